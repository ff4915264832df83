namespace PromptKit.Benchmarks.Outputs;

/// <summary>The output of the prompt <c>case_file</c>, as one writes it for System.Text.Json.</summary>
internal sealed record PlainCaseFile
{
    public required PlainCategory Category { get; init; }

    public required long Urgency { get; init; }

    public required string Summary { get; init; }

    public double? Confidence { get; init; }

    public bool? Resolved { get; init; }

    public DateOnly? Due { get; init; }

    public required IReadOnlyList<PlainOrder> Orders { get; init; }
}
