using Microsoft.Extensions.AI;

namespace PromptKit;

/// <summary>The one reader of a stream: starts the turn, tells the stream how it ended, and ends it when the reader stops early.</summary>
internal sealed class ChatStreamReader(ChatStream stream, bool isTaken, CancellationToken cancellationToken)
    : IAsyncEnumerator<ChatResponseUpdate>
{
    private CancellationTokenSource? _cancellation;
    private IAsyncEnumerator<ChatResponseUpdate>? _updates;
    private Task _move = Task.CompletedTask;
    private int _disposed;

    public ChatResponseUpdate Current => _updates?.Current!;

    public async ValueTask<bool> MoveNextAsync()
    {
        if (_updates is null)
        {
            if (_disposed != 0)
            {
                return false;
            }

            Start();
        }

        var move = PullAsync();
        _move = move;
        await ((Task)move).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!move.IsCompletedSuccessfully)
        {
            stream.Fail(move);
        }

        return await move.ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0 || _updates is null || _cancellation is null)
        {
            return;
        }

        if (!stream.IsOver)
        {
            await _cancellation.CancelAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        // What goes wrong while stopping is nobody's answer: it is on Reply, if the turn ended by it.
        await _move.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await CloseAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stream.Stop(_cancellation.Token);
        _cancellation.Dispose();
    }

    private void Start()
    {
        if (!isTaken)
        {
            stream.Take();
        }

        _cancellation = stream.Link(cancellationToken);
        _updates = stream.Start(_cancellation.Token);
    }

    // Tasks, because only a task can be awaited without its exception.
    private async Task<bool> PullAsync() => await _updates!.MoveNextAsync().ConfigureAwait(false);

    private async Task CloseAsync() => await _updates!.DisposeAsync().ConfigureAwait(false);
}
