using PromptKit.Compiler.FrontMatter;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Schema;

/// <summary>
/// Finds descriptions that a comment cuts: <c>status: string, ticket #5</c> loses "#5" without a word. A comment behind a bare type,
/// set off by a blank on both sides, is one.
/// </summary>
internal static class PicoComments
{
    public static void Check(SchemaContext context, ScalarNode scalar, bool hasDescription)
    {
        if (!scalar.IsPlain)
        {
            return;
        }

        var content = context.Text.Content;
        var start = scalar.Range.End;
        while (start < content.Length && content[start] == ' ')
        {
            start++;
        }

        if (start == scalar.Range.End || start >= content.Length || content[start] != '#')
        {
            return;
        }

        var newLine = content.IndexOf('\n', start);
        var end = newLine < 0 ? content.Length : newLine;
        var comment = content.Substring(start, end - start).TrimEnd();
        if (hasDescription || (comment.Length > 1 && comment[1] != ' '))
        {
            var quoted = $"\"{scalar.Value.Replace("\\", "\\\\").Replace("\"", "\\\"")} {comment.Replace("\"", "\\\"")}\"";
            context.Refuse(SchemaRules.CommentCutsDescription, new TextRange(start, start + comment.Length), quoted);
        }
    }
}
