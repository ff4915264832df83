using System.Text.Json.Serialization;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace PromptKit;

/// <summary>How sessions are kept. Everything has a default.</summary>
/// <remarks>Read when a manager or session is made; changing it afterwards changes nothing. Not thread-safe while it is changed.</remarks>
public sealed class SessionManagerOptions
{
    /// <summary>
    /// Chat clients by name: <c>model: a/b</c> in a prompt picks the client named <c>a</c> and its model <c>b</c>, if there is one of that
    /// name; else <c>a/b</c> is a model of the only client. Default: none.
    /// </summary>
    public IDictionary<string, IChatClient> Clients { get; } = new Dictionary<string, IChatClient>(StringComparer.Ordinal);

    /// <summary>
    /// How prompts are found by name, for those with <c>agents:</c>; best
    /// <c>name => Prompts.TryGet(name, out var prompt) ? prompt : null</c>. Default: none is found.
    /// </summary>
    public Func<string, Prompt?>? FindPrompt { get; set; }

    /// <summary>How the state of <see cref="Session{TState}"/> is written. Default: by reflection, which NativeAOT does not have.</summary>
    public JsonSerializerContext? StateJson { get; set; }

    /// <summary>
    /// Whether answers that have to be repaired to fit a prompt's output count as answers that do not fit. Default: no; what was repaired
    /// is in <see cref="ChatReply{TOutput}.OutputRepairs"/>.
    /// </summary>
    public bool StrictOutput { get; set; }

    /// <summary>How long a commit may take; the caller's token no longer counts then. Default: 30 seconds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    public TimeSpan CommitTimeout
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero);
            field = value;
        }
    } = TimeSpan.FromSeconds(30);

    /// <summary>Where is logged to. Default: nowhere.</summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>The services that tools get in their arguments. Default: none.</summary>
    public IServiceProvider? Services { get; set; }

    /// <summary>The clock. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
