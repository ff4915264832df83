namespace PromptKit.Tests.Sessions;

/// <summary>Whoever waits for a turn, and may give up or stop it.</summary>
internal sealed class RandomisedCaller(CancellationToken test) : IDisposable
{
    private readonly CancellationTokenSource _cancellation = CancellationTokenSource.CreateLinkedTokenSource(test);

    public CancellationToken Token => _cancellation.Token;

    /// <summary>The stream that is read, if it is one.</summary>
    public ChatStream? Stream { get; set; }

    public async Task CancelAsync()
    {
        try
        {
            await _cancellation.CancelAsync();
        }
        catch (ObjectDisposedException)
        {
            // Its turn is over, and what it began goes on.
        }
    }

    /// <returns>Completes when it has stopped; <see langword="null"/> when nothing is streamed.</returns>
    public Task? StopAsync() => Stream?.StopAsync();

    public void Dispose() => _cancellation.Dispose();
}
