namespace PromptKit;

/// <summary>A prompt with an output, together with the input it renders from.</summary>
internal sealed class BoundPreamble<TInput, TOutput, TPartial>(Prompt<TInput, TOutput, TPartial> prompt, TInput input)
    : BoundPreamble<TInput>(prompt, input),
        IChatPreamble<TOutput, TPartial>
    where TInput : class
{
    public PromptOutput<TOutput, TPartial> Output => prompt.Output;
}
