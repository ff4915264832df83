namespace PromptKit;

/// <summary>A prompt whose answers are read into a <typeparamref name="TOutput"/>. Prompts with an <c>output.schema</c> implement it.</summary>
/// <typeparam name="TOutput">The output: a generated record or enum, a list, a scalar.</typeparam>
public interface IOutputPrompt<TOutput>
{
    /// <summary>The prompt's key, as in <see cref="Prompt.Name"/>.</summary>
    string Name { get; }

    /// <summary>How answers are read.</summary>
    PromptOutput<TOutput> Output { get; }
}
