using System.Globalization;
using System.Text.Json;

namespace PromptKit;

/// <summary>A tool call that waits for somebody's decision. What will run are the stored arguments, which nobody can change.</summary>
/// <remarks>Immutable. Safe to use from several threads at once.</remarks>
public sealed class PendingApproval
{
    private readonly string _generation;

    internal PendingApproval(Session session, string threadName, StoredCall call)
    {
        _generation = session.Generation;
        ThreadName = threadName;
        Call = call;
    }

    /// <summary>Identifies the request on its thread, also in other processes and after a restart: for a form or a link.</summary>
    public string RequestId => IdOf(Call);

    /// <summary>The thread that the call was made on.</summary>
    public string ThreadName { get; }

    /// <summary>The tool's name.</summary>
    public string ToolName => Call.Name;

    /// <summary>The call's id, as the model gave it; it may give the same one again.</summary>
    public string CallId => Call.CallId;

    /// <summary>The arguments, a JSON object; <see langword="null"/> when there are none.</summary>
    public JsonElement? Arguments => Call.Arguments;

    /// <summary>The name of the prompt that called; <see langword="null"/> when the preamble was none.</summary>
    public string? Agent => Call.Agent;

    /// <summary>
    /// Whether the call was approved before and had begun when its process ended: nobody knows whether it did its work. It runs again only
    /// if it is approved again.
    /// </summary>
    public bool OutcomeUnknown => Call.IsStarted;

    internal StoredCall Call { get; }

    /// <summary>Whether somebody who decides about this decides about that call: the same one, and as it was shown.</summary>
    internal bool IsFor(Session session, string threadName, StoredCall call) =>
        _generation == session.Generation && ThreadName == threadName && Call.IsSameAs(call);

    /// <inheritdoc/>
    public override string ToString() => $"{ToolName}({Arguments})";

    internal static string IdOf(StoredCall call) => string.Create(CultureInfo.InvariantCulture, $"{call.Position}.{call.Index}");
}
