namespace PromptKit;

/// <summary>What a commit makes of the state.</summary>
/// <param name="ExpectedVersion">The version that the state must have; 0 when it was never written. The new one is by 1 higher.</param>
/// <param name="State">The new state, UTF-8 JSON.</param>
public sealed record StateCommit(long ExpectedVersion, ReadOnlyMemory<byte> State);
