namespace PromptKit;

/// <summary>The JSON given to a prompt does not fit its input.</summary>
public sealed class PromptInputException : Exception
{
    /// <summary>Initializes a new instance of the <see cref="PromptInputException"/> class.</summary>
    /// <param name="promptName">The prompt's name.</param>
    /// <param name="mismatches">What does not fit, in the order of the input.</param>
    public PromptInputException(string promptName, IReadOnlyList<JsonMismatch> mismatches)
        : base($"The input does not fit the prompt '{promptName}': {JsonMismatch.Describe(mismatches)}")
    {
        PromptName = promptName;
        Mismatches = mismatches;
    }

    /// <summary>The prompt's name.</summary>
    public string PromptName { get; }

    /// <summary>What does not fit: every missing, unknown, repeated or mistyped member.</summary>
    public IReadOnlyList<JsonMismatch> Mismatches { get; }
}
