namespace PromptKit.Generators.Tools;

/// <summary>Why a type cannot go between a model and a tool.</summary>
/// <param name="Cause">What it is, as a sentence goes on: <c>its type 'object' can be anything</c>.</param>
/// <param name="Remedy">What to take instead, as a sentence.</param>
internal sealed record ToolProblem(string Cause, string Remedy);
