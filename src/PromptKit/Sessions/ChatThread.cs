namespace PromptKit;

/// <summary>What all chats of one thread share: its history, the queue of its turns, and what is not saved yet.</summary>
/// <remarks>Only who is at the head of <see cref="Turns"/> writes; anybody reads, at any time.</remarks>
internal sealed class ChatThread(string name)
{
    private volatile ThreadHead _head = ThreadHead.Empty;
    private volatile ThreadCommitRequest? _unsaved;

    public string Name { get; } = name;

    public TurnQueue Turns { get; } = new();

    /// <summary>The thread as this process knows it.</summary>
    public ThreadHead Head
    {
        get => _head;
        set => _head = value;
    }

    /// <summary>The commit whose outcome is not known.</summary>
    public ThreadCommitRequest? Unsaved
    {
        get => _unsaved;
        set => _unsaved = value;
    }

    /// <summary>How long a commit may take. One at a time, by who is at the head of <see cref="Turns"/>.</summary>
    public CommitTimeout Timeout { get; } = new();

    /// <summary>What is sent of the thread in place of all of it; <see langword="null"/> as long as nothing was reduced.</summary>
    public HistoryView? View { get; set; }

    /// <summary>Whether somebody else wrote and it could not be read yet.</summary>
    public bool IsStale { get; set; }

    /// <summary>Whether approved calls of this thread run now, in this process.</summary>
    public bool RunsApprovedCalls { get; set; }

    public ChatStatus Status =>
        Unsaved is not null ? ChatStatus.Unsaved
        : Head.Properties.Calls is { Count: > 0 } ? ChatStatus.AwaitingApproval
        : Head.Properties.IsUnfinished ? ChatStatus.Interrupted
        : ChatStatus.Ready;
}
