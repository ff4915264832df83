namespace PromptKit.Compiler.FrontMatter;

internal enum ConfigKind
{
    Integer,
    Number,
    Boolean,
    StringList,
    ReasoningEffort,
    Map,
}
