using System.Text.RegularExpressions;

namespace PromptKit.Docs;

/// <summary>Finds the fenced blocks of a Markdown file, and what the comments above them say.</summary>
/// <remarks>
/// <list type="bullet">
/// <item><c>&lt;!-- file: greeter.prompt --&gt;</c>: the prompt, or the YAML of <c>_schemas.yaml</c>, stands in this file; prompts and C# below use it.</item>
/// <item><c>&lt;!-- needs: prompts/_schemas.yaml --&gt;</c>: the prompt does not compile without these files above it.</item>
/// <item><c>&lt;!-- errors --&gt;</c>: the text is what a build says of the prompt above.</item>
/// <item><c>&lt;!-- continues --&gt;</c>: the C# stands behind the C# above.</item>
/// <item><c>&lt;!-- given: Chat chat; IChatClient client --&gt;</c>: the C# has these variables.</item>
/// <item><c>&lt;!-- members: Some.Namespace --&gt;</c>: the C# is members of a class in this namespace.</item>
/// <item><c>&lt;!-- output --&gt;</c>: the text is what the C# above prints.</item>
/// </list>
/// </remarks>
internal static partial class MarkdownReader
{
    private const string Fence = "```";

    public static IEnumerable<Snippet> Read(string document, string markdown)
    {
        var lines = markdown.ReplaceLineEndings("\n").Split('\n');
        var context = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < lines.Length; i++)
        {
            if (Comment().Match(lines[i]) is { Success: true } comment)
            {
                context[comment.Groups["name"].Value] = comment.Groups["value"].Value;
            }
            else if (lines[i].StartsWith(Fence, StringComparison.Ordinal))
            {
                var end = Array.IndexOf(lines, Fence, i + 1);
                var text = string.Concat(lines[(i + 1)..end].Select(line => line + "\n"));
                yield return new Snippet(document, i + 2, lines[i][Fence.Length..], text, context);
                context = new(StringComparer.Ordinal);
                i = end;
            }
            else
            {
                context.Clear();
            }
        }
    }

    [GeneratedRegex(@"^<!-- (?<name>\w+)(: (?<value>.*))? -->$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Comment();
}
