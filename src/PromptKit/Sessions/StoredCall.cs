using System.Text.Json;

namespace PromptKit;

/// <summary>A tool call that waits: for its own approval, or for that of another call of the same answer.</summary>
internal sealed record StoredCall
{
    /// <summary>The position of the message that calls.</summary>
    public long Position { get; init; }

    /// <summary>Which call of that message, from 0.</summary>
    public int Index { get; init; }

    public required string CallId { get; init; }

    public required string Name { get; init; }

    public JsonElement? Arguments { get; init; }

    /// <summary>The prompt that called.</summary>
    public string? Agent { get; init; }

    public bool NeedsApproval { get; init; }

    /// <summary>What was decided; <see langword="null"/> as long as nothing was.</summary>
    public bool? IsApproved { get; init; }

    public string? Reason { get; init; }

    /// <summary>Whether it was about to run when this was written. Found so by another process, nobody knows whether it did.</summary>
    public bool IsStarted { get; init; }

    /// <summary>Whether somebody has to decide before the turn goes on.</summary>
    public bool IsOpen => IsStarted || (NeedsApproval && IsApproved is null);
}
