namespace PromptKit.Testing;

/// <summary>A request whose conversation a real service would refuse: the code under test sent something wrong.</summary>
public sealed class InvalidConversationException : Exception
{
    /// <summary>Initializes a new instance of the <see cref="InvalidConversationException"/> class.</summary>
    public InvalidConversationException() { }

    /// <summary>Initializes a new instance of the <see cref="InvalidConversationException"/> class.</summary>
    /// <param name="message">What is wrong, and with which message of the request.</param>
    public InvalidConversationException(string message)
        : base(message) { }

    /// <summary>Initializes a new instance of the <see cref="InvalidConversationException"/> class.</summary>
    /// <param name="message">What is wrong, and with which message of the request.</param>
    /// <param name="innerException">What caused it.</param>
    public InvalidConversationException(string message, Exception innerException)
        : base(message, innerException) { }
}
