using PromptKit.Compiler.Templates.Nodes;

namespace PromptKit.Compiler.Binding;

/// <summary>The names that statements assign, wherever in them.</summary>
internal static class AssignedNames
{
    public static IEnumerable<string> Of(IEnumerable<TemplateNode> nodes) => nodes.SelectMany(Of);

    private static IEnumerable<string> Of(TemplateNode node) =>
        node switch
        {
            AssignNode assign => [assign.Variable],
            CaptureNode capture => Of(capture.Body).Append(capture.Variable),
            IfNode choice => Of(choice.Then).Concat(Of(choice.Else)),
            ForNode loop => Of(loop.Body).Concat(Of(loop.Else ?? default)),
            WhileNode loop => Of(loop.Body),
            CaseNode choice => choice.Whens.SelectMany(when => Of(when.Body)).Concat(Of(choice.Else)),
            _ => [],
        };
}
