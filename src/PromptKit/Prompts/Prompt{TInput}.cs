using System.Text.Json;
using PromptKit.Rendering;

namespace PromptKit;

/// <summary>A prompt that reads a <typeparamref name="TInput"/>.</summary>
/// <typeparam name="TInput">The generated input record.</typeparam>
public abstract class Prompt<TInput> : Prompt
    where TInput : class
{
    /// <summary>Renders the messages and options that are sent ahead of a thread's history.</summary>
    /// <param name="input">The values that the template reads.</param>
    /// <returns>A new preamble; the caller owns it and may change its messages and options.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is <see langword="null"/>.</exception>
    public abstract Preamble Render(TInput input);

    /// <inheritdoc/>
    public sealed override Preamble Render(JsonElement input)
    {
        var read = JsonInput.Read(input, ReadInput, out var mismatches);
        return mismatches.Count == 0 ? Render(read) : throw new PromptInputException(Name, mismatches);
    }

    /// <summary>Binds the prompt to its input, ready to be given to <c>session.Chat(…)</c>.</summary>
    /// <param name="input">The values that the template reads; kept by reference and read again at every turn.</param>
    /// <returns>A preamble that renders this prompt with <paramref name="input"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is <see langword="null"/>.</exception>
    public IChatPreamble With(TInput input) => Bind(input);

    // Typed where the prompt has an output, also for those who know no more of it than its input.
    internal virtual IChatPreamble Bind(TInput input) => new BoundPreamble<TInput>(this, input);

    /// <summary>Reads an input strictly.</summary>
    /// <param name="json">The input.</param>
    /// <returns>The input; of no use when something did not fit.</returns>
    protected abstract TInput ReadInput(JsonInput json);
}
