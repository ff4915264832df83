namespace PromptKit;

/// <summary>
/// Something that renders to a <see cref="Preamble"/>: a prompt bound to its input, a prompt that needs none, or a class of your own.
/// </summary>
/// <remarks>Implementations must be safe to use from several threads: one preamble may serve many chats at once.</remarks>
public interface IChatPreamble
{
    /// <summary>The prompt behind this preamble; <see langword="null"/> when there is none.</summary>
    Prompt? Prompt { get; }

    /// <summary>Renders the preamble. A chat calls this once a turn.</summary>
    /// <returns>A new preamble that the caller may change.</returns>
    Preamble Render();
}
