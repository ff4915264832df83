namespace PromptKit;

/// <summary>A template computed something that has no value: an integer over 64 bits, a division by zero, a loop without end.</summary>
public sealed class PromptRenderException : Exception
{
    /// <summary>Initializes a new instance of the <see cref="PromptRenderException"/> class.</summary>
    /// <param name="promptName">The prompt's name.</param>
    /// <param name="innerException">What went wrong; its stack trace names the place in the <c>.prompt</c> file.</param>
    public PromptRenderException(string promptName, Exception innerException)
        : base($"The prompt '{promptName}' cannot be rendered: {innerException?.Message}", innerException) => PromptName = promptName;

    /// <summary>Initializes a new instance of the <see cref="PromptRenderException"/> class.</summary>
    /// <param name="promptName">The prompt's name.</param>
    /// <param name="reason">What went wrong, as a sentence.</param>
    public PromptRenderException(string promptName, string reason)
        : base($"The prompt '{promptName}' cannot be rendered: {reason}") => PromptName = promptName;

    /// <summary>The prompt's name.</summary>
    public string PromptName { get; }
}
