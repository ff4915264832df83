namespace PromptKit.Aot;

internal sealed record DeskState(IReadOnlyList<string> Notes);
