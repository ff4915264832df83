namespace PromptKit.Compiler;

/// <summary>A file of C# that belongs to no single prompt.</summary>
internal sealed record GeneratedFile(string HintName, string Code);
