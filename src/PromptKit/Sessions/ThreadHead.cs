namespace PromptKit;

/// <summary>A thread at one moment. Immutable, so that it can be read while a turn runs.</summary>
internal sealed record ThreadHead
{
    public static readonly ThreadHead Empty = new() { IsLoaded = true };

    /// <summary>How many messages the thread has, loaded or not.</summary>
    public long Length { get; init; }

    public long Revision { get; init; }

    /// <summary>The messages that are loaded: the last ones.</summary>
    public HistorySnapshot Messages { get; init; } = HistorySnapshot.Empty;

    public bool IsLoaded { get; init; }

    /// <summary>Whether some loaded message cannot be shown to a model as it is.</summary>
    public bool HasUnsendable { get; init; }

    public ThreadProperties Properties { get; init; } = ThreadProperties.Empty;

    public static ThreadHead Of(StoredThread stored) =>
        new()
        {
            Length = stored.Length,
            Revision = stored.Revision,
            IsLoaded = stored.Length == 0,
            Properties = ThreadProperties.Read(stored.Properties.Span),
        };

    public ThreadHead After(ThreadCommitRequest commit) =>
        this with
        {
            Length = Length + commit.Entries.Count,
            Revision = Revision + 1,
            Messages = Messages.Append(commit.Entries),
            Properties = commit.Properties,
        };
}
