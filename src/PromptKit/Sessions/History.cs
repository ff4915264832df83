using Microsoft.Extensions.AI;

namespace PromptKit;

/// <summary>A thread's messages. Only the turn that runs appends; anybody reads, at any time.</summary>
internal sealed class History
{
    private volatile HistorySnapshot _snapshot = HistorySnapshot.Empty;

    /// <summary>The messages as they are now, which never changes afterwards.</summary>
    public HistorySnapshot Snapshot => _snapshot;

    /// <summary>Appends all or nothing.</summary>
    /// <param name="messages">The history's own from now on.</param>
    public void Append(IReadOnlyList<ChatMessage> messages) => _snapshot = _snapshot.Append(messages);
}
