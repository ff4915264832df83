namespace PromptKit.Stores.Worker;

/// <summary>How many rounds with tools there were: written with each of them.</summary>
public sealed record WorkerState(int Rounds);
