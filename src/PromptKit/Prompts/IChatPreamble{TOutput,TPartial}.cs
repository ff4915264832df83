namespace PromptKit;

/// <summary>A preamble whose answers are read into a <typeparamref name="TOutput"/>, also while they are written.</summary>
/// <typeparam name="TOutput">The output: a generated record or enum, a list, a scalar.</typeparam>
/// <typeparam name="TPartial">What there is of the output while it is being written: of a record, one whose members are all nullable.</typeparam>
/// <remarks>Implementations must be safe to use from several threads: one preamble may serve many chats at once.</remarks>
public interface IChatPreamble<TOutput, TPartial> : IChatPreamble<TOutput>
{
    /// <summary>How answers are read. A class of your own gives that of the prompt that it stands for: <c>Prompts.Triage.Output</c>.</summary>
    new PromptOutput<TOutput, TPartial> Output { get; }

    PromptOutput<TOutput> IChatPreamble<TOutput>.Output => Output;
}
