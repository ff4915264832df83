namespace PromptKit;

/// <summary>A session of this id exists already.</summary>
public sealed class SessionExistsException : Exception
{
    /// <summary>Initializes a new instance of the <see cref="SessionExistsException"/> class.</summary>
    /// <param name="sessionId">The id.</param>
    public SessionExistsException(string sessionId)
        : base($"There is a session '{sessionId}' already: open it, or create one of another id.") => SessionId = sessionId;

    /// <summary>The id.</summary>
    public string SessionId { get; }
}
