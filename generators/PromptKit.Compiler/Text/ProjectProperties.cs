namespace PromptKit.Compiler.Text;

/// <summary>The MSBuild properties as the project gives them; null where it does not.</summary>
internal sealed record ProjectProperties(string? Namespace, string? RootNamespace, string? ClassName, string? Accessibility);
