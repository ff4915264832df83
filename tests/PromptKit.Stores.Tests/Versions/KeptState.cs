namespace PromptKit.Stores.Tests.Versions;

/// <summary>The state of the kept sessions.</summary>
public sealed record KeptState(int Number);
