using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PromptKit.Generators.Tools;

/// <summary>
/// What a symbol's documentation comment says. The text itself is read: unless a project writes a documentation file, the compiler does
/// not look into these comments.
/// </summary>
internal sealed class Documentation
{
    private static readonly Regex Blanks = new(@"\s+", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private readonly XElement? _root;

    private Documentation(XElement? root) => _root = root;

    public static Documentation Of(ISymbol symbol, CancellationToken cancellationToken) =>
        new(Parse(TextOf(symbol, cancellationToken) ?? symbol.GetDocumentationCommentXml(cancellationToken: cancellationToken)));

    public string? Summary => Text(_root?.Descendants("summary").FirstOrDefault());

    public string? Parameter(string name) =>
        Text(_root?.Descendants("param").FirstOrDefault(element => (string?)element.Attribute("name") == name));

    private static string? TextOf(ISymbol symbol, CancellationToken cancellationToken)
    {
        if (symbol.DeclaringSyntaxReferences is not [var reference, ..])
        {
            return null;
        }

        var text = new StringBuilder();
        foreach (var trivia in reference.GetSyntax(cancellationToken).GetLeadingTrivia())
        {
            if (IsDocumentation(trivia))
            {
                text.Append(trivia.ToFullString()).Append('\n');
            }
        }

        return text.Length == 0 ? null : string.Join("\n", text.ToString().Split('\n').Select(WithoutSlashes));
    }

    private static bool IsDocumentation(SyntaxTrivia trivia) =>
        trivia.Kind() switch
        {
            SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia => true,
            SyntaxKind.SingleLineCommentTrivia => trivia.ToString().StartsWith("///", StringComparison.Ordinal),
            SyntaxKind.MultiLineCommentTrivia => trivia.ToString().StartsWith("/**", StringComparison.Ordinal),
            _ => false,
        };

    private static string WithoutSlashes(string line)
    {
        var text = line.Trim();
        foreach (var mark in new[] { "///", "/**", "*/", "*" })
        {
            if (text.StartsWith(mark, StringComparison.Ordinal))
            {
                text = text.Substring(mark.Length);
                break;
            }
        }

        return text.EndsWith("*/", StringComparison.Ordinal) ? text.Substring(0, text.Length - 2) : text;
    }

    private static XElement? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        try
        {
            return XElement.Parse($"<doc>{text}</doc>");
        }
        catch (XmlException)
        {
            // The compiler says so where it reads such comments.
            return null;
        }
    }

    private static string? Text(XElement? element)
    {
        if (element is null)
        {
            return null;
        }

        var text = new StringBuilder();
        foreach (var node in element.Nodes())
        {
            Append(text, node);
        }

        return Blanks.Replace(text.ToString(), " ").Trim() is { Length: > 0 } plain ? plain : null;
    }

    private static void Append(StringBuilder text, XNode node)
    {
        switch (node)
        {
            case XText plain:
                text.Append(plain.Value);
                break;
            case XElement { Name.LocalName: "see" or "seealso" or "paramref" or "typeparamref" } reference when reference.IsEmpty:
                var name =
                    (string?)reference.Attribute("cref")
                    ?? (string?)reference.Attribute("langword")
                    ?? (string?)reference.Attribute("name");
                text.Append(LastPart(name ?? (string?)reference.Attribute("href") ?? ""));
                break;
            case XElement inner:
                text.Append(inner.Name.LocalName is "para" or "br" or "item" ? " " : "");
                foreach (var child in inner.Nodes())
                {
                    Append(text, child);
                }

                break;
        }
    }

    // 'T:App.Order' in files, 'Order.Id' as it is written; a link stays whole.
    private static string LastPart(string name) =>
        name.IndexOf("://", StringComparison.Ordinal) >= 0 ? name : name.Substring(name.LastIndexOf('.') + 1).Split(':').Last();
}
