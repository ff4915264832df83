using Microsoft.Extensions.AI;

namespace PromptKit;

/// <summary>Sends the last messages of a history only. Calls and their results are never torn apart.</summary>
/// <remarks>
/// What is kept begins with a message of the user, so that the model sees whole turns; in a turn that is longer than the limit, with a
/// call. System messages at the start of what it is given stay, and do not count. Safe to use from several threads at once; nothing it
/// is given is changed.
/// </remarks>
public sealed class CountingHistoryReducer : IHistoryReducer
{
    private readonly int _keep;

    /// <summary>Initializes a new instance of the <see cref="CountingHistoryReducer"/> class.</summary>
    /// <param name="maxMessages">How many messages are sent at most, beside the preamble and what the turn itself adds.</param>
    /// <param name="keep">
    /// How many messages are left when there are more than <paramref name="maxMessages"/>. Less than that keeps what is sent the same at
    /// its beginning for some turns, which services cache. Default: <paramref name="maxMessages"/>.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="maxMessages"/> is less than 1, or <paramref name="keep"/> is not between 1 and it.
    /// </exception>
    public CountingHistoryReducer(int maxMessages, int? keep = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxMessages, 1);
        _keep = keep ?? maxMessages;
        ArgumentOutOfRangeException.ThrowIfLessThan(_keep, 1, nameof(keep));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(_keep, maxMessages, nameof(keep));
        MaxMessages = maxMessages;
    }

    /// <inheritdoc/>
    public int MaxMessages { get; }

    /// <inheritdoc/>
    public int? TailLength => MaxMessages;

    /// <inheritdoc/>
    public Task<IEnumerable<ChatMessage>> ReduceAsync(IEnumerable<ChatMessage> messages, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var all = messages as IReadOnlyList<ChatMessage> ?? [.. messages];
        var system = HistoryCut.SystemMessages(all);
        return Task.FromResult(
            all.Count - system > MaxMessages ? all.Take(system).Concat(all.Skip(HistoryCut.LeavingAtMost(_keep, all))) : all
        );
    }
}
