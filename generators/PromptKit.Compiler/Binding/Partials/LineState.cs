using PromptKit.Compiler.Templates.Nodes;

namespace PromptKit.Compiler.Binding.Partials;

/// <summary>
/// What auto-indent depends on: whether the last character written ends a line. For Scriban a partial starts with a state of its own and
/// leaves the one that its text has; written straight on, it has the same, but for what is found here.
/// </summary>
internal static class LineState
{
    /// <summary>Whether a partial must be kept apart so that its lines and those behind it are indented as Scriban does.</summary>
    public static bool IsOwn(IReadOnlyCollection<TemplateNode> template) => HasCapture(template) || StartsIndented(template);

    // The state follows the captured text too.
    private static bool HasCapture(IEnumerable<TemplateNode> nodes) =>
        nodes.Any(node => node is CaptureNode || Inner(node).Any(inner => HasCapture(inner)));

    // Before the blanks of an indent were written: only where the text in front of a tag is dropped, as before a `when`.
    private static bool StartsIndented(IEnumerable<TemplateNode> nodes)
    {
        foreach (var node in nodes)
        {
            switch (node)
            {
                case TextNode text:
                    return text.Indent.Length > 0;
                case OutputNode { Indent.Length: > 0 }:
                    return true;
                default:
                    if (Inner(node).Any(inner => StartsIndented(inner)))
                    {
                        return true;
                    }

                    break;
            }
        }

        return false;
    }

    private static IEnumerable<IEnumerable<TemplateNode>> Inner(TemplateNode node) =>
        node switch
        {
            IfNode choice => [choice.Then, choice.Else],
            ForNode loop => [loop.Body, loop.Else ?? default],
            WhileNode loop => [loop.Body],
            CaseNode choice => [.. choice.Whens.Select(when => (IEnumerable<TemplateNode>)when.Body), choice.Else],
            _ => [],
        };
}
