namespace PromptKit.Compiler;

/// <summary>The MSBuild properties that prompts depend on.</summary>
/// <param name="Namespace">The namespace of the generated types: <c>PromptKitNamespace</c>, else <c>RootNamespace</c>; may be empty.</param>
internal sealed record ProjectSettings(string Namespace);
