namespace PromptKit;

/// <summary>A prompt that reads a <typeparamref name="TInput"/> and whose answers are read into a <typeparamref name="TOutput"/>.</summary>
/// <typeparam name="TInput">The generated input record.</typeparam>
/// <typeparam name="TOutput">The output: a generated record or enum, a list, a scalar.</typeparam>
/// <typeparam name="TPartial">What there is of the output while it is being written.</typeparam>
public abstract class Prompt<TInput, TOutput, TPartial> : Prompt<TInput>, IOutputPrompt<TOutput>
    where TInput : class
{
    /// <summary>How answers are read.</summary>
    public abstract PromptOutput<TOutput, TPartial> Output { get; }

    PromptOutput<TOutput> IOutputPrompt<TOutput>.Output => Output;

    internal sealed override PromptOutput? AnyOutput => Output;

    /// <inheritdoc cref="Prompt{TInput}.With"/>
    public new IChatPreamble<TOutput, TPartial> With(TInput input) => new BoundPreamble<TInput, TOutput, TPartial>(this, input);

    internal sealed override IChatPreamble Bind(TInput input) => With(input);
}
