using System.Text.Json;

namespace PromptKit;

/// <summary>What is stored with a thread beside its messages.</summary>
internal sealed record ThreadProperties
{
    public static readonly ThreadProperties Empty = new();

    /// <summary>Whether the last turn ended before its final answer.</summary>
    public bool IsUnfinished { get; init; }

    /// <summary>The caller's id of the last turn.</summary>
    public string? TurnId { get; init; }

    /// <summary>The position of the last turn's first message.</summary>
    public long TurnStart { get; init; }

    /// <summary>The reply of that turn, if its last commit brought no message to keep it with.</summary>
    public StoredReply? Reply { get; init; }

    /// <summary>What all turns cost, those that failed after a round included.</summary>
    public StoredUsage? Usage { get; init; }

    /// <summary>The prompt that answers, if the conversation was handed to one.</summary>
    public StoredAgent? Agent { get; init; }

    /// <summary>What a reducer made of the thread, if it wrote something of its own.</summary>
    public StoredView? View { get; init; }

    /// <summary>The calls that wait for approvals: all of one answer, in order.</summary>
    public IReadOnlyList<StoredCall>? Calls { get; init; }

    public static ThreadProperties Read(ReadOnlySpan<byte> json) =>
        json.IsEmpty ? Empty : JsonSerializer.Deserialize(json, SessionRecords.Default.ThreadProperties) ?? Empty;

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, SessionRecords.Default.ThreadProperties);
}
