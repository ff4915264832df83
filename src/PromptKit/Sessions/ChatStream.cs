using System.Diagnostics;
using Microsoft.Extensions.AI;

namespace PromptKit;

/// <summary>A model's answer while it is being written.</summary>
/// <remarks>
/// <para>
/// The turn is queued when the first update is asked for, or at the first use of <see cref="Reply"/>; a stream that nobody reads calls
/// nobody. It runs as fast as it is read, and can be enumerated once.
/// </para>
/// <para>
/// The last update, and the one with the finish reason, arrive after message and answer were added to the thread's history. Whoever
/// stops before that cancels the turn and leaves the history as it was; disposing of the enumerator, as <c>await foreach</c> does,
/// waits until that is done and does not throw. A failure or cancellation is thrown by the enumerator, as the exception it was, and by
/// <see cref="Reply"/>.
/// </para>
/// <para>A stream is meant for one reader; <see cref="Reply"/> may be used from any thread.</para>
/// </remarks>
public class ChatStream : IAsyncEnumerable<ChatResponseUpdate>
{
    private readonly Turn _turn;
    private readonly CancellationToken _cancellationToken;
    private readonly TaskCompletionSource<ChatReply> _reply = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _taken;

    internal ChatStream(Turn turn, CancellationToken cancellationToken)
    {
        _turn = turn;
        _cancellationToken = cancellationToken;
    }

    /// <summary>
    /// The whole answer, once it is in the thread's history. When nobody has begun to enumerate the stream, this reads it to its end,
    /// and it can no longer be enumerated. When an enumeration has begun, it completes as that one ends: cancelled if it stops early.
    /// </summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)] // Looking at it would start the turn.
    public Task<ChatReply> Reply
    {
        get
        {
            if (TryTake())
            {
                _ = ReadToEndAsync();
            }

            return _reply.Task;
        }
    }

    /// <summary>Whether the running code is part of a turn on this stream's thread, which would wait for itself.</summary>
    internal bool IsAroundThisCode => _turn.IsAroundThisCode;

    internal bool IsOver => _reply.Task.IsCompleted;

    /// <summary>Who reads, once somebody does.</summary>
    internal ChatStreamReader? Reader { get; set; }

    /// <summary>
    /// Ends the answer here and keeps what was said so far: the message and the part of the answer are stored, and <see cref="Reply"/> is
    /// <see cref="ReplyOutcome.Stopped"/>. (Cancelling drops them.) May be called from anywhere, also inside the loop that reads; whoever
    /// reads gets the updates that are left, and then the end.
    /// </summary>
    /// <returns>Completes when it is stored. What goes wrong is on <see cref="Reply"/>; a turn that has not begun is cancelled.</returns>
    public async Task StopAsync()
    {
        if (TryTake())
        {
            _reply.TrySetCanceled(CancellationToken.None);
        }
        else if (Reader is { } reader)
        {
            await reader.StopAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Reads the updates. The turn is queued at the first <c>MoveNextAsync</c>.</summary>
    /// <param name="cancellationToken">Cancels the turn, as the token given to <c>SendStreamingAsync</c> does.</param>
    /// <returns>
    /// An enumerator whose first <c>MoveNextAsync</c> throws an <see cref="InvalidOperationException"/> if the stream is already being
    /// read. It is for one reader; <c>DisposeAsync</c> may be called at any time.
    /// </returns>
    public IAsyncEnumerator<ChatResponseUpdate> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        new ChatStreamReader(this, isTaken: false, cancellationToken);

    internal void Take()
    {
        if (!TryTake())
        {
            throw new InvalidOperationException(
                "This stream is already being read. It can be enumerated once, and not after Reply was used first: then Reply reads it."
            );
        }
    }

    internal IAsyncEnumerator<ChatResponseUpdate> Start(TurnCancellation cancellation) =>
        _turn.StreamAsync(_reply, cancellation).GetAsyncEnumerator(CancellationToken.None);

    internal TurnCancellation Cancellation(CancellationToken cancellationToken) => new(_cancellationToken, cancellationToken);

    /// <summary>Ends <see cref="Reply"/> the way a task ended: with the same exception, as failed or as cancelled.</summary>
    internal void Fail(Task failed)
    {
        _reply.TrySetFromTask(RethrowAsync(failed));

        // The reader has got the exception: nobody has to look at Reply as well.
        _ = _reply.Task.Exception;
    }

    internal void Stop(CancellationToken cancellationToken) => _reply.TrySetCanceled(cancellationToken);

    private static async Task<ChatReply> RethrowAsync(Task failed)
    {
        await failed.ConfigureAwait(false);
        throw new UnreachableException();
    }

    private bool TryTake() => Interlocked.Exchange(ref _taken, 1) == 0;

    private async Task ReadToEndAsync()
    {
        var reader = new ChatStreamReader(this, isTaken: true, CancellationToken.None);
        await using (reader.ConfigureAwait(false))
        {
            Task<bool> move;
            do
            {
                move = reader.MoveNextAsync().AsTask();
                await ((Task)move).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            } while (move.IsCompletedSuccessfully && await move.ConfigureAwait(false));
        }
    }
}
