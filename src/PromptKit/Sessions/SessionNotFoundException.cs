namespace PromptKit;

/// <summary>There is no such session: it was never created, was deleted, or has expired.</summary>
public sealed class SessionNotFoundException : Exception
{
    /// <summary>Initializes a new instance of the <see cref="SessionNotFoundException"/> class.</summary>
    /// <param name="sessionId">The id that was asked for.</param>
    public SessionNotFoundException(string sessionId)
        : base($"There is no session '{sessionId}'. It was never created, was deleted, or has expired.") => SessionId = sessionId;

    /// <summary>The id that was asked for.</summary>
    public string SessionId { get; }
}
