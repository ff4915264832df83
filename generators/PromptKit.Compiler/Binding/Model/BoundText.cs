using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding.Model;

/// <summary>Writes constant text.</summary>
/// <param name="Text">The text; not empty. Its lines, but for the first, hold the indent already.</param>
/// <param name="Leading">How many characters of whitespace it starts with.</param>
/// <param name="Trailing">How many it ends with; both are its length when it is whitespace alone.</param>
/// <param name="Indent">The indent of the first line, if it starts one; empty for none.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record BoundText(string Text, int Leading, int Trailing, string Indent, SourcePlace Place) : BoundStatement(Place)
{
    public static BoundText Of(string text, string indent, SourcePlace place)
    {
        var lines = indent.Length == 0 ? text : Indented(text, indent);
        return new BoundText(lines, lines.Length - lines.TrimStart().Length, lines.Length - lines.TrimEnd().Length, indent, place);
    }

    private static string Indented(string text, string indent)
    {
        var last = text[text.Length - 1] == '\n' ? "\n" : "";
        return text.Substring(0, text.Length - last.Length).Replace("\n", "\n" + indent) + last;
    }
}
