namespace PromptKit;

/// <summary>A commit on one thread, with all that is needed to try it again.</summary>
internal sealed record ThreadCommitRequest
{
    /// <summary>Stays the same when it is tried again, so that a lost acknowledgement does no harm.</summary>
    public string CommitId { get; } = Guid.NewGuid().ToString("N");

    public required IReadOnlyList<HistoryEntry> Entries { get; init; }

    /// <summary>The caller's id of the turn, with the turn's first messages.</summary>
    public string? TurnId { get; init; }

    public required ThreadProperties Properties { get; init; }

    /// <summary>State changes that belong to it; applied again whenever the state has become newer.</summary>
    public IReadOnlyList<Func<object?, object?>> StateUpdates { get; init; } = [];

    /// <summary>What the caller gets when it is written; part of the exception when it is not.</summary>
    public ChatReply? Reply
    {
        get => field ??= Run?.MakeReply(ReplyOutcome.Stopped);
        init;
    }

    /// <summary>Whose round it is, when the turn goes on: then a reply is only needed if this fails.</summary>
    public TurnRun? Run { get; init; }

    /// <summary>Whether the turn is over with it.</summary>
    public bool EndsTurn { get; init; }
}
