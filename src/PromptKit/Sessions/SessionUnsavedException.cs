namespace PromptKit;

/// <summary>
/// The store could not be written to; the inner exception tells why. What was said is kept in memory, and <c>ResumeAsync</c> or the next
/// send tries the same commit again, so that nothing is written twice.
/// </summary>
public sealed class SessionUnsavedException : Exception
{
    /// <summary>Initializes a new instance of the <see cref="SessionUnsavedException"/> class.</summary>
    /// <param name="threadName">The thread's name.</param>
    /// <param name="reply">The answer that could not be saved.</param>
    /// <param name="innerException">What the store threw.</param>
    public SessionUnsavedException(string threadName, ChatReply? reply, Exception innerException)
        : base(
            $"The thread '{threadName}' could not be saved; ResumeAsync, or the next send, tries again. {innerException?.Message}",
            innerException
        )
    {
        ThreadName = threadName;
        Reply = reply;
    }

    /// <summary>The thread's name.</summary>
    public string ThreadName { get; }

    /// <summary>The answer that could not be saved, as far as there was one.</summary>
    public ChatReply? Reply { get; }
}
