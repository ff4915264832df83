using Microsoft.Extensions.AI;

namespace PromptKit;

/// <summary>
/// The one reader of a stream: starts the turn, tells the stream how it ended, and ends it when the reader stops early. When the stream
/// is stopped between two pulls, the rest is pulled here and kept for the reader.
/// </summary>
internal sealed class ChatStreamReader(ChatStream stream, bool isTaken, CancellationToken cancellationToken)
    : IAsyncEnumerator<ChatResponseUpdate>
{
    private readonly SemaphoreSlim _pulls = new(1);
    private readonly Queue<ChatResponseUpdate> _pulled = [];
    private TurnCancellation? _cancellation;
    private IAsyncEnumerator<ChatResponseUpdate>? _updates;
    private bool _isAtEnd;
    private int _disposed;

    public ChatResponseUpdate Current { get; private set; } = null!;

    public async ValueTask<bool> MoveNextAsync()
    {
        // The first one takes the turn's place in the queue at once, so that the order is that of the calls; the turn leaves the context then.
        if (_updates is not null)
        {
            await CallersContext.Leave();
        }

        await _pulls.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        try
        {
            if (!_pulled.TryDequeue(out var update))
            {
                if (!await PullAsync().ConfigureAwait(false))
                {
                    return false;
                }

                update = _updates!.Current;
            }

            Current = update;
            return true;
        }
        finally
        {
            _pulls.Release();
        }
    }

    /// <summary>Ends the answer and keeps what was said so far.</summary>
    public async Task StopAsync()
    {
        _cancellation?.Stop();
        if (stream.IsAroundThisCode)
        {
            // A tool of this very turn: the turn waits for it, and ends when it returns.
            return;
        }

        await CallersContext.Leave();
        await _pulls.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        try
        {
            while (_updates is not null && _disposed == 0 && await PullAsync().ConfigureAwait(false))
            {
                _pulled.Enqueue(_updates.Current);
            }
        }
        // It is on Reply.
        catch (Exception) when (stream.IsOver) { }
        finally
        {
            _pulls.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0 || _updates is null || _cancellation is null)
        {
            return;
        }

        if (!stream.IsOver)
        {
            _cancellation.Cancel();
        }

        await CallersContext.Leave();

        // What goes wrong while stopping is nobody's answer: it is on Reply, if the turn ended by it.
        await _pulls.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        await CloseAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stream.Stop(_cancellation.Cause ?? _cancellation.Token);
        _cancellation.Dispose();
        _isAtEnd = true;
        _pulls.Release();
    }

    private async ValueTask<bool> PullAsync()
    {
        if (_isAtEnd || (_updates is null && !Start()))
        {
            return false;
        }

        var move = MoveAsync();
        await ((Task)move).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!move.IsCompletedSuccessfully)
        {
            _isAtEnd = true;
            stream.Fail(move);
        }

        var moved = await move.ConfigureAwait(false);
        _isAtEnd |= !moved;
        return moved;
    }

    private bool Start()
    {
        if (_disposed != 0)
        {
            return false;
        }

        if (!isTaken)
        {
            stream.Take();
        }

        _cancellation = stream.Cancellation(cancellationToken);
        stream.Reader = this;
        _updates = stream.Start(_cancellation);
        return true;
    }

    // Tasks, because only a task can be awaited without its exception.
    private async Task<bool> MoveAsync()
    {
        try
        {
            return await _updates!.MoveNextAsync().ConfigureAwait(false);
        }
        // Nobody outside knows the turn's own token: a caller looks for his.
        catch (OperationCanceledException exception)
            when (exception.CancellationToken == _cancellation!.Token && _cancellation.Cause is not null)
        {
            throw new OperationCanceledException(exception.Message, exception, _cancellation.Cause.Value);
        }
    }

    private async Task CloseAsync() => await _updates!.DisposeAsync().ConfigureAwait(false);
}
