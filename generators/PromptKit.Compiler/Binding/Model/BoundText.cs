using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding.Model;

/// <summary>Writes constant text.</summary>
/// <param name="Text">The text; not empty.</param>
/// <param name="Leading">How many characters of whitespace it starts with.</param>
/// <param name="Trailing">How many it ends with; both are its length when it is whitespace alone.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record BoundText(string Text, int Leading, int Trailing, SourcePlace Place) : BoundStatement(Place)
{
    public static BoundText Of(string text, SourcePlace place) =>
        new(text, text.Length - text.TrimStart().Length, text.Length - text.TrimEnd().Length, place);
}
