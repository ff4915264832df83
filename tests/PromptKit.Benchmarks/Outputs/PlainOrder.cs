namespace PromptKit.Benchmarks.Outputs;

/// <summary>An order of a <see cref="PlainCaseFile"/>.</summary>
internal sealed record PlainOrder
{
    public required long Id { get; init; }

    public required string Item { get; init; }

    public required double Price { get; init; }

    public IReadOnlyList<string>? Notes { get; init; }
}
