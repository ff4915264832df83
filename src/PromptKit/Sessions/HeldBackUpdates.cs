using Microsoft.Extensions.AI;

namespace PromptKit;

/// <summary>
/// The updates that may be the end of an answer. Who has seen the end can rely on it: so an update is held back until the next one shows
/// that it was not the last; and from the one that says why the model stopped, all are held back until the commit.
/// </summary>
internal sealed class HeldBackUpdates
{
    // Two lists that take turns: an update costs nothing but its place.
    private List<ChatResponseUpdate> _updates = new(capacity: 2);
    private List<ChatResponseUpdate> _free = new(capacity: 2);
    private bool _isEnding;

    /// <summary>Those that are held back.</summary>
    public IReadOnlyList<ChatResponseUpdate> All => _updates;

    /// <summary>Takes another update.</summary>
    /// <param name="update">The update.</param>
    /// <param name="isEnd">Whether the model says in it why it stopped, and no tool is to run.</param>
    /// <returns>Those that were held back and are not the end; the list is used again for the next update.</returns>
    public List<ChatResponseUpdate> Add(ChatResponseUpdate update, bool isEnd)
    {
        if (update is AttemptUpdate)
        {
            // Another answer is asked for: the one before was not the end.
            _isEnding = false;
            _updates.ForEach(held => held.FinishReason = null);
        }

        _free.Clear();
        if (!_isEnding)
        {
            (_free, _updates) = (_updates, _free);
        }

        _isEnding |= isEnd;
        _updates.Add(update);
        return _free;
    }
}
