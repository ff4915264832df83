namespace PromptKit;

/// <summary>A preamble whose answers are read into a <typeparamref name="TOutput"/>.</summary>
/// <typeparam name="TOutput">The output: a generated record or enum, a list, a scalar.</typeparam>
/// <remarks>Implementations must be safe to use from several threads: one preamble may serve many chats at once.</remarks>
public interface IChatPreamble<TOutput> : IChatPreamble
{
    /// <summary>How answers are read. A class of your own gives that of the prompt that it stands for: <c>Prompts.Triage.Output</c>.</summary>
    PromptOutput<TOutput> Output { get; }
}
