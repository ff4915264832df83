namespace SupportDesk;

/// <summary>A piece of work that Ctrl+C cancels.</summary>
internal sealed class Interruption(Action end) : IDisposable
{
    private readonly CancellationTokenSource _cancellation = new();

    public CancellationToken Token => _cancellation.Token;

    /// <summary>Cancels, without running on this thread what the cancellation sets off: it may be the thread that receives signals.</summary>
    public void Cancel() => _ = _cancellation.CancelAsync();

    public void Dispose()
    {
        end();
        _cancellation.Dispose();
    }
}
