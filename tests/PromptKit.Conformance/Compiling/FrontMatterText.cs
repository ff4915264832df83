using System.Text.RegularExpressions;
using PromptKit.Conformance.Specification;
using YamlDotNet.Core;

namespace PromptKit.Conformance.Compiling;

/// <summary>The front matter of a prompt's text, read and rewritten.</summary>
internal static partial class FrontMatterText
{
    /// <returns>The front matter, empty when there is none; null when it cannot be read.</returns>
    public static JsonObject? Read(string text)
    {
        if (Block().Match(text) is not { Success: true } block)
        {
            return [];
        }

        try
        {
            return YamlJson.Parse(block.Groups["yaml"].Value) as JsonObject;
        }
        catch (YamlException)
        {
            return null;
        }
    }

    /// <summary>The same text with another front matter, one line a key.</summary>
    public static string Replace(string text, JsonObject frontMatter)
    {
        var block = string.Concat(frontMatter.Select(entry => $"{entry.Key}: {YamlText.Flow(entry.Value)}\n"));
        return $"---\n{block}---\n{BodyOf(text)}";
    }

    public static string BodyOf(string text) => text[Block().Match(text).Length..];

    [GeneratedRegex(
        @"\A(#[^\n]*\n|[ \t\r]*\n)*---[ \t]*\r?\n(?<yaml>.*?)(?<=\n)---[ \t]*(\r?\n|\z)",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Block();
}
