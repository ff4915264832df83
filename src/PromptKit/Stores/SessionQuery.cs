namespace PromptKit;

/// <summary>Which sessions to list.</summary>
public sealed record SessionQuery
{
    /// <summary>What the ids begin with, compared ordinally; no half of a surrogate pair. Default: all.</summary>
    public string IdPrefix { get; init; } = "";

    /// <summary>How many sessions at most. Default: 100.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int Max
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 100;

    /// <summary>
    /// Where to go on: the <see cref="SessionSummary.ContinuationToken"/> of the last session seen. Default, <see langword="null"/>:
    /// from the start.
    /// </summary>
    public string? ContinuationToken { get; init; }
}
