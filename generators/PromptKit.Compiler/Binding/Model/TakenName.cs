namespace PromptKit.Compiler.Binding.Model;

/// <summary>A name that the project's own C# has already.</summary>
/// <param name="FullName">The name, with <c>global::</c> and all that it stands in.</param>
/// <param name="Kind">What has it: <c>a namespace</c>, <c>a class</c>.</param>
internal sealed record TakenName(string FullName, string Kind);
