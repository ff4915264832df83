namespace PromptKit;

/// <summary>A prompt together with the input it renders from.</summary>
internal class BoundPreamble<TInput> : IChatPreamble
    where TInput : class
{
    private readonly Prompt<TInput> _prompt;
    private readonly TInput _input;

    public BoundPreamble(Prompt<TInput> prompt, TInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        _prompt = prompt;
        _input = input;
    }

    public Prompt? Prompt => _prompt;

    public Preamble Render() => _prompt.Render(_input);

    public override string ToString() => Render().ToString();
}
