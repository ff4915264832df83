namespace PromptKit;

/// <summary>
/// Somebody else wrote to the thread in between. The round was dropped, the thread is up to date and ready; nothing is sent again by
/// itself, because tools may have run.
/// </summary>
public sealed class SessionConflictException : Exception
{
    /// <summary>Initializes a new instance of the <see cref="SessionConflictException"/> class.</summary>
    /// <param name="sessionId">The session's id.</param>
    /// <param name="threadName">The thread's name.</param>
    /// <param name="expectedLength">How many messages it should have had.</param>
    /// <param name="actualLength">How many it had.</param>
    /// <param name="reply">The answer that could not be kept.</param>
    public SessionConflictException(string sessionId, string threadName, long expectedLength, long actualLength, ChatReply? reply = null)
        : base(
            $"Somebody else wrote to the thread '{threadName}' of the session '{sessionId}': it was expected to have {expectedLength} "
                + $"message(s) and has {actualLength}. The thread was read again; this turn's messages were dropped and can be sent again."
        )
    {
        SessionId = sessionId;
        ThreadName = threadName;
        ExpectedLength = expectedLength;
        ActualLength = actualLength;
        Reply = reply;
    }

    /// <summary>The session's id.</summary>
    public string SessionId { get; }

    /// <summary>The thread's name.</summary>
    public string ThreadName { get; }

    /// <summary>How many messages the thread should have had.</summary>
    public long ExpectedLength { get; }

    /// <summary>How many messages it had. Equal to the expected length when the other commit brought decisions but no messages.</summary>
    public long ActualLength { get; }

    /// <summary>The answer that could not be kept, as far as there was one.</summary>
    public ChatReply? Reply { get; }
}
