namespace PromptKit;

/// <summary>A model's answer does not fit the output that was asked for, and could not be made to.</summary>
public sealed class OutputFormatException : Exception
{
    /// <summary>Initializes a new instance of the <see cref="OutputFormatException"/> class.</summary>
    /// <param name="rawText">The answer as it came.</param>
    /// <param name="mismatches">What does not fit, in the order of the answer.</param>
    public OutputFormatException(string rawText, IReadOnlyList<JsonMismatch> mismatches)
        : base($"The model's answer does not fit its output: {JsonMismatch.Describe(mismatches)}")
    {
        RawText = rawText;
        Mismatches = mismatches;
    }

    /// <summary>The answer as it came.</summary>
    public string RawText { get; }

    /// <summary>What does not fit: the path and the reason of each mismatch.</summary>
    public IReadOnlyList<JsonMismatch> Mismatches { get; }
}
