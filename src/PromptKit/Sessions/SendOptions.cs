using Microsoft.Extensions.AI;

namespace PromptKit;

/// <summary>How one turn is run. Everything has a default.</summary>
/// <remarks>Read when the turn is sent; changing it afterwards changes nothing about that turn. Not thread-safe while it is changed.</remarks>
public sealed class SendOptions
{
    /// <summary>What to do while another turn runs on the thread. Default: wait.</summary>
    public WhenBusy WhenBusy { get; set; }

    /// <summary>
    /// An id of yours for this turn, such as that of an HTTP request. Sent again on the same thread, also after a restart, it gives the
    /// stored reply and calls nobody; a turn that was interrupted is finished. 1 to 256 characters. Default: none.
    /// </summary>
    /// <exception cref="ArgumentException">The value is empty or longer than 256 characters.</exception>
    public string? TurnId
    {
        get;
        set
        {
            if (value is { Length: 0 or > 256 })
            {
                throw new ArgumentException("A turn id has 1 to 256 characters.", nameof(value));
            }

            field = value;
        }
    }

    /// <summary>Tools for this turn, beside those of prompt and chat. Default: none.</summary>
    public IList<AITool>? Tools { get; set; }

    /// <summary>Options for this turn; what is set here is stronger than what prompt and chat say. Tools add up. Default: none.</summary>
    public ChatOptions? Options { get; set; }

    /// <summary>How often the model may call tools in this turn. Default: what the prompt says, else what the chat client says, else 40.</summary>
    public int? MaxToolRounds { get; set; }

    /// <summary>
    /// Whether an answer that has to be repaired to fit the prompt's output counts as one that does not fit. Default: what
    /// <see cref="SessionManagerOptions.StrictOutput"/> says.
    /// </summary>
    public bool? StrictOutput { get; set; }

    /// <summary>For turns without options. Nobody changes it.</summary>
    internal static SendOptions Default { get; } = new();

    internal SendOptions Copy() =>
        new()
        {
            WhenBusy = WhenBusy,
            TurnId = TurnId,
            Tools = Tools is null ? null : [.. Tools],
            Options = Options?.Clone(),
            MaxToolRounds = MaxToolRounds,
            StrictOutput = StrictOutput,
        };
}
