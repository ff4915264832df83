using Microsoft.CodeAnalysis;
using PromptKit.Compiler.Text;

namespace PromptKit.Generators.Tools;

/// <summary>Makes plain values of Roslyn's locations.</summary>
internal static class Places
{
    public static SourcePlace Of(ISymbol symbol) => symbol.Locations is [var location, ..] ? Of(location) : SourcePlace.None;

    public static SourcePlace Of(SyntaxNode node) => Of(node.GetLocation());

    private static SourcePlace Of(Location location)
    {
        var (span, lines) = (location.SourceSpan, location.GetLineSpan());
        return new SourcePlace(
            lines.Path,
            span.Start,
            span.Length,
            lines.StartLinePosition.Line,
            lines.StartLinePosition.Character,
            lines.EndLinePosition.Line,
            lines.EndLinePosition.Character
        );
    }
}
