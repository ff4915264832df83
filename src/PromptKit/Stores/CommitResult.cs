namespace PromptKit;

/// <summary>How a store answers a commit.</summary>
public readonly record struct CommitResult
{
    private CommitResult(CommitStatus status, string? thread = null, long actual = 0)
    {
        Status = status;
        Thread = thread;
        Actual = actual;
    }

    /// <summary>The commit was written.</summary>
    public static CommitResult Applied { get; } = new(CommitStatus.Applied);

    /// <summary>The commit had been written before.</summary>
    public static CommitResult Repeated { get; } = new(CommitStatus.Repeated);

    /// <summary>The session to create exists.</summary>
    public static CommitResult Exists { get; } = new(CommitStatus.Exists);

    /// <summary>The session does not exist, or is of another generation.</summary>
    public static CommitResult Missing { get; } = new(CommitStatus.Missing);

    /// <summary>What became of the commit.</summary>
    public CommitStatus Status { get; }

    /// <summary>In a conflict, the thread that somebody else wrote to; <see langword="null"/> when it was the state.</summary>
    public string? Thread { get; }

    /// <summary>In a conflict, the actual length of the thread, or the actual version of the state.</summary>
    public long Actual { get; }

    /// <summary>Somebody else wrote to a thread.</summary>
    /// <param name="thread">The thread's name.</param>
    /// <param name="actualLength">Its actual length.</param>
    /// <returns>The result.</returns>
    public static CommitResult ThreadConflict(string thread, long actualLength)
    {
        ArgumentNullException.ThrowIfNull(thread);
        return new(CommitStatus.Conflict, thread, actualLength);
    }

    /// <summary>Somebody else changed the state.</summary>
    /// <param name="actualVersion">Its actual version.</param>
    /// <returns>The result.</returns>
    public static CommitResult StateConflict(long actualVersion) => new(CommitStatus.Conflict, thread: null, actualVersion);
}
