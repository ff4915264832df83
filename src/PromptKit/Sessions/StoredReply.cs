namespace PromptKit;

/// <summary>What a reply tells beside its messages, as it is stored.</summary>
internal sealed record StoredReply
{
    public ReplyOutcome Outcome { get; init; }

    public string? Agent { get; init; }

    public string? FinishReason { get; init; }

    public string? ModelId { get; init; }

    public string? ResponseId { get; init; }

    public StoredUsage? Usage { get; init; }
}
