namespace PromptKit.Generators.Tests.Injection;

/// <summary>A message: its role and its contents, in which a text is trimmed and a medium is <see cref="Medium"/>.</summary>
internal sealed record TracedMessage(string Role, IReadOnlyList<string> Contents)
{
    /// <summary>Stands for a content that is no text. No text is equal to it: texts are trimmed.</summary>
    public const string Medium = " medium ";
}
