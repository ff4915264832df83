using Microsoft.Extensions.AI;

namespace PromptKit;

/// <summary>Token counts as they are stored.</summary>
internal sealed record StoredUsage
{
    public long? Input { get; init; }

    public long? Output { get; init; }

    public long? Total { get; init; }

    public long? CachedInput { get; init; }

    public long? Reasoning { get; init; }

    public Dictionary<string, long>? More { get; init; }

    public static StoredUsage? Of(UsageDetails? usage) =>
        usage is null
            ? null
            : new StoredUsage
            {
                Input = usage.InputTokenCount,
                Output = usage.OutputTokenCount,
                Total = usage.TotalTokenCount,
                CachedInput = usage.CachedInputTokenCount,
                Reasoning = usage.ReasoningTokenCount,
                More = usage.AdditionalCounts is { Count: > 0 } more ? new(more, StringComparer.Ordinal) : null,
            };

    /// <summary>The sum; <see langword="null"/> when there is nothing to add up.</summary>
    public static StoredUsage? Add(StoredUsage? usage, UsageDetails? more)
    {
        if (usage is null || more is null)
        {
            return usage ?? Of(more);
        }

        var sum = usage.ToDetails();
        sum.Add(more);
        return Of(sum);
    }

    public UsageDetails ToDetails()
    {
        var usage = new UsageDetails
        {
            InputTokenCount = Input,
            OutputTokenCount = Output,
            TotalTokenCount = Total,
            CachedInputTokenCount = CachedInput,
            ReasoningTokenCount = Reasoning,
        };
        if (More is not null)
        {
            usage.AdditionalCounts = [];
            foreach (var (name, count) in More)
            {
                usage.AdditionalCounts[name] = count;
            }
        }

        return usage;
    }
}
