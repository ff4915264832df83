namespace PromptKit.Compiler.Text;

/// <summary>The severity that the user gives a rule for one file; null silences it.</summary>
internal sealed record SeveritySetting(string Id, Severity? Severity);
