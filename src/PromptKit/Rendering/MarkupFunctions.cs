using System.ComponentModel;
using System.Text.RegularExpressions;
using ScribanHtml = Scriban.Functions.HtmlFunctions;

namespace PromptKit.Rendering;

/// <summary>The functions <c>html.*</c> of templates. For generated code: its shape may change with any version.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class MarkupFunctions
{
    // What Scriban calls a tag, which is what its own function takes out.
    private static readonly Regex Tags = new(
        """<script.*?</script>|<!--.*?-->|<style.*?</style>|<(?:[^>=]|='[^']*'|="[^"]*"|=[^'"][^\s>]*)*>""",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant,
        TimeSpan.FromSeconds(10)
    );

    /// <summary><c>html.escape</c>.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text as HTML.</returns>
    public static string Escape(string text) => ScribanHtml.Escape(text)!;

    /// <summary><c>html.newline_to_br</c>.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text with a <c>br</c> before each line break.</returns>
    public static string NewlineToBr(string text) => ScribanHtml.NewlineToBr(text)!;

    /// <summary><c>html.strip</c>.</summary>
    /// <param name="text">HTML.</param>
    /// <returns>Its text without tags, comments, scripts and styles.</returns>
    public static string Strip(string text) => string.IsNullOrEmpty(text) ? text : Tags.Replace(text, "");

    /// <summary><c>html.url_encode</c>.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text as a part of an address.</returns>
    public static string UrlEncode(string text) => ScribanHtml.UrlEncode(text)!;

    /// <summary><c>html.url_escape</c>.</summary>
    /// <param name="text">An address.</param>
    /// <returns>The address without characters that cannot stand in one.</returns>
    public static string UrlEscape(string text) => ScribanHtml.UrlEscape(text)!;
}
