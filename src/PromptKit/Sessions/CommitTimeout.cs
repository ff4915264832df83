namespace PromptKit;

/// <summary>The time that a commit may take. It is started again for each commit, so that a turn makes no timer of its own.</summary>
/// <remarks>For one commit at a time.</remarks>
internal sealed class CommitTimeout
{
    private CancellationTokenSource? _source;

    public CancellationToken Start(SessionServices services)
    {
        if (_source is null || !_source.TryReset())
        {
            // What has run out is left to whoever still looks at it.
            _source = new CancellationTokenSource(Timeout.InfiniteTimeSpan, services.TimeProvider);
        }

        _source.CancelAfter(services.CommitTimeout);
        return _source.Token;
    }

    /// <summary>Ends it: from now on it cannot run out.</summary>
    public void Stop() => _source?.CancelAfter(Timeout.InfiniteTimeSpan);
}
