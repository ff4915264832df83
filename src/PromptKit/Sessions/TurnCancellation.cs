namespace PromptKit;

/// <summary>Ends a streamed turn before its end: the caller by a token, the reader by leaving, or somebody by <c>StopAsync</c>.</summary>
internal sealed class TurnCancellation : IDisposable
{
    // Not disposed of: it has no timer and no handle, and somebody may still stop a stream whose reader has left.
    private readonly CancellationTokenSource _source = new();
    private readonly CancellationTokenRegistration _ofSend;
    private readonly CancellationTokenRegistration _ofReader;
    private readonly CancellationToken _tokenOfSend;
    private readonly CancellationToken _tokenOfReader;
    private volatile bool _hasAnswered;
    private volatile bool _isStopped;

    /// <summary>Initializes a new instance of the <see cref="TurnCancellation"/> class.</summary>
    /// <param name="ofSend">The token given with the message.</param>
    /// <param name="ofReader">The token of the enumeration.</param>
    public TurnCancellation(CancellationToken ofSend, CancellationToken ofReader)
    {
        (_tokenOfSend, _tokenOfReader) = (ofSend, ofReader);
        _ofSend = ofSend.UnsafeRegister(static state => ((TurnCancellation)state!).Cancel(), this);
        _ofReader = ofReader.UnsafeRegister(static state => ((TurnCancellation)state!).Cancel(), this);
    }

    public CancellationToken Token => _source.Token;

    /// <summary>The caller's token that ended the turn, if one did.</summary>
    public CancellationToken? Cause =>
        _tokenOfSend.IsCancellationRequested ? _tokenOfSend
        : _tokenOfReader.IsCancellationRequested ? _tokenOfReader
        : null;

    /// <summary>Whether the model has given its final answer: what is left is the commit, which nobody cancels.</summary>
    public bool HasAnswered => _hasAnswered;

    /// <summary>Whether the turn ends here and keeps what was said.</summary>
    public bool IsStopped => _isStopped;

    public void Answered()
    {
        _hasAnswered = true;
        _ofSend.Unregister();
        _ofReader.Unregister();
    }

    public void Cancel()
    {
        if (!_hasAnswered)
        {
            _source.Cancel();
        }
    }

    public void Stop()
    {
        if (!_hasAnswered)
        {
            _isStopped = true;
            _source.Cancel();
        }
    }

    public void Dispose()
    {
        _ofSend.Dispose();
        _ofReader.Dispose();
    }
}
