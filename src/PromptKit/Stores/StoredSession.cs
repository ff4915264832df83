namespace PromptKit;

/// <summary>A session as a store has it, without its messages.</summary>
/// <remarks>Immutable, as far as nobody changes the memory behind its bytes.</remarks>
public sealed record StoredSession
{
    /// <summary>The session's id.</summary>
    public required string Id { get; init; }

    /// <summary>Which of all sessions that ever had this id it is; given by the commit that created it.</summary>
    public required string Generation { get; init; }

    /// <summary>The version of the format that the bytes are in: the newest of all its commits, so that nobody reads what he does not know.</summary>
    public required int FormatVersion { get; init; }

    /// <summary>How often the state was written. 0: never.</summary>
    public long StateVersion { get; init; }

    /// <summary>The state, UTF-8 JSON; empty when it was never written.</summary>
    public ReadOnlyMemory<byte> State { get; init; }

    /// <summary>The threads, in any order.</summary>
    public IReadOnlyList<StoredThread> Threads { get; init; } = [];

    /// <summary>When the session was created, by the store's clock.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the last commit was written, by the store's clock.</summary>
    public DateTimeOffset UpdatedAt { get; init; }
}
