namespace PromptKit;

/// <summary>What a commit writes to one thread.</summary>
/// <remarks>Immutable, as far as nobody changes the memory behind its bytes.</remarks>
public sealed record ThreadCommit
{
    /// <summary>The thread's name.</summary>
    public required string Thread { get; init; }

    /// <summary>How many messages the thread must have: the position of the first new one.</summary>
    public required long ExpectedLength { get; init; }

    /// <summary>How many commits the thread must have, so that two commits without messages do not overwrite each other.</summary>
    public required long ExpectedRevision { get; init; }

    /// <summary>The messages to append, each UTF-8 JSON, to be kept byte by byte. May be empty.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Messages { get; init; } = [];

    /// <summary>Replaces <see cref="StoredThread.Properties"/>.</summary>
    public ReadOnlyMemory<byte> Properties { get; init; }
}
