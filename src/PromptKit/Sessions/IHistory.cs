using Microsoft.Extensions.AI;

namespace PromptKit;

/// <summary>Messages of a thread. What is read from the list is a copy.</summary>
internal interface IHistory : IReadOnlyList<ChatMessage>
{
    /// <summary>The history's own message: to be copied before anybody else gets it.</summary>
    HistoryEntry Entry(int index);
}
