namespace PromptKit.Compiler.FrontMatter;

internal sealed record MapEntry(ScalarNode Key, FrontMatterNode Value);
