using System.Text.Json;
using Microsoft.Extensions.AI;

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

    /// <summary>Whether it was started at some time and nobody knows what came of it.</summary>
    public bool WasStarted { get; init; }

    public static JsonElement? ToJson(IDictionary<string, object?>? arguments) =>
        arguments is { Count: > 0 } && ToolResult.TryWrite(arguments, SessionJson.Options, out var json) ? (JsonElement?)json : null;

    /// <summary>Whether it is the same call with the same arguments, and as much is known of its outcome.</summary>
    public bool IsSameAs(StoredCall other) =>
        Position == other.Position
        && Index == other.Index
        && CallId == other.CallId
        && Name == other.Name
        && IsStarted == other.IsStarted
        && Arguments.HasValue == other.Arguments.HasValue
        && (Arguments is not { } arguments || JsonElement.DeepEquals(arguments, other.Arguments!.Value));

    public StoredCall Decide(bool isApproved, string? reason) =>
        this with
        {
            IsApproved = isApproved,
            Reason = reason,
            IsStarted = false,
            WasStarted = WasStarted || IsStarted,
        };

    public FunctionCallContent ToContent()
    {
        var arguments = new Dictionary<string, object?>(StringComparer.Ordinal);
        if (Arguments is { } json)
        {
            foreach (var member in json.EnumerateObject())
            {
                arguments[member.Name] = member.Value;
            }
        }

        return new FunctionCallContent(CallId, Name, arguments);
    }

    /// <summary>The result of a call that is not going to run.</summary>
    public FunctionResultContent ToUnrunResult() =>
        new(
            CallId,
            IsStarted || WasStarted ? ToolResult.Interrupted
                : IsApproved == false ? ToolResult.Rejected(Reason)
                : ToolResult.NotApproved
        );
}
