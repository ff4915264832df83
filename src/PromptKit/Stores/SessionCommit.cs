namespace PromptKit;

/// <summary>What a store writes at once, and what must hold for it to be written.</summary>
/// <remarks>Immutable, as far as nobody changes the memory behind its bytes.</remarks>
public sealed record SessionCommit
{
    /// <summary>The session's id.</summary>
    public required string SessionId { get; init; }

    /// <summary>Which of all sessions that ever had this id is meant: a session that was deleted and created again is another one.</summary>
    public required string Generation { get; init; }

    /// <summary>
    /// The commit's own id, unique among all commits. A store keeps it with the thread and the first message of each thread, and with the
    /// state, that it wrote: so a repeat is recognised as long as the thread lives.
    /// </summary>
    public required string CommitId { get; init; }

    /// <summary>The version of the format that the bytes are in. The session has the newest of all its commits from then on.</summary>
    public required int FormatVersion { get; init; }

    /// <summary>Whether this commit creates the session, which must not exist yet. Default: it must exist.</summary>
    public bool Creates { get; init; }

    /// <summary>What is written to threads; each thread at most once. A thread begins to exist by its first commit.</summary>
    public IReadOnlyList<ThreadCommit> Threads { get; init; } = [];

    /// <summary>The new state; <see langword="null"/>, the default, leaves it as it is.</summary>
    public StateCommit? State { get; init; }
}
