using PromptKit.Compiler.Diagnostics;
using PromptKit.Compiler.Templates.Nodes;
using PromptKit.Compiler.Text;
using Scriban.Syntax;

namespace PromptKit.Compiler.Templates;

/// <summary>Turns <c>media image</c> and <c>media url: u type: t</c> into nodes.</summary>
internal static class MediaLowering
{
    /// <returns>Null when the statement is refused; the diagnostics say why.</returns>
    public static MediaNode? Lower(
        ScriptVariableGlobal keyword,
        IReadOnlyList<ScriptExpression> arguments,
        ExpressionLowering expressions,
        DiagnosticBag diagnostics
    )
    {
        ExpressionNode? content = null;
        ExpressionNode? url = null;
        ExpressionNode? mediaType = null;
        foreach (var argument in arguments)
        {
            var (name, value) = argument is ScriptNamedArgument named ? (named.Name!.BaseName, named.Value) : ("", argument);
            var isTaken = name switch
            {
                "" => content is not null || url is not null || mediaType is not null,
                "url" => content is not null || url is not null,
                "type" => content is not null || mediaType is not null,
                _ => true,
            };
            if (isTaken)
            {
                var range = argument is ScriptNamedArgument { Name: { } misplaced } ? RangeOf(misplaced) : RangeOf(argument);
                diagnostics.Add(TemplateRules.MediaArgument, range);
                return null;
            }

            if (expressions.Lower(value) is not { } node)
            {
                return null;
            }

            (content, url, mediaType) = name switch
            {
                "" => (node, url, mediaType),
                "url" => (content, node, mediaType),
                _ => (content, url, node),
            };
        }

        if (content is null && url is null)
        {
            diagnostics.Add(TemplateRules.MediaArgument, RangeOf(keyword));
            return null;
        }

        var last = new[] { content, url, mediaType }.OfType<ExpressionNode>().OrderBy(node => node.Range.End).Last();
        return new MediaNode(content, url, mediaType, RangeOf(keyword).To(last.Range));
    }

    private static TextRange RangeOf(ScriptNode node) => ScribanSpans.ToRange(node.Span, int.MaxValue);
}
