using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Templates.Nodes;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding;

/// <content>Lists whose items are computed when they are wanted.</content>
internal sealed partial class TemplateBinder
{
    // What is kept is read later, when a local may have another value, and no loop is open any more.
    private bool CheckKept(BoundExpression value, TextRange range)
    {
        var changing = LazyLists
            .ReadBy(value, _scope.Locals)
            .Select(name => (Local: _scope.Locals.FindByCode(name), Name: name))
            .FirstOrDefault(read => read.Local is not { IsChanging: false });
        if (changing.Name is not { } code)
        {
            return true;
        }

        var what = changing.Local is not null ? "is assigned again or in a loop" : "is the loop's";
        _diagnostics.Add(LazyRules.ReadsWhatChanges, range, NameOf(code, changing.Local), what);
        return false;
    }

    // What is looped over from its end is computed as the loop begins: before the loop has an item, but not before it is 'for'.
    private void CheckLoop(BoundExpression list, ForNode node)
    {
        var fromEnd = list is SliceExpression { IsReversed: true } slice ? slice.List : null;
        var assigned = new HashSet<string>(AssignedNames.Of(node.Body), StringComparer.Ordinal);
        foreach (var code in LazyLists.ReadBy(fromEnd ?? list, _scope.Locals))
        {
            var name = NameOf(code, _scope.Locals.FindByCode(code));
            if (name == "for" || (fromEnd is null && (assigned.Contains(name) || name == node.Variable)))
            {
                var what =
                    name == "for" ? "is this loop itself there"
                    : name == node.Variable ? "is also the variable of this loop"
                    : "this loop assigns";
                _diagnostics.Add(LazyRules.ReadsWhatChanges, node.Items.Range, name, what);
                return;
            }
        }
    }

    // As the template calls it.
    private string NameOf(string code, TemplateLocal? local) =>
        (local is null ? null : _scope.Locals.TemplateNameOf(local)) ?? _scope.FindItemByCode(code) ?? "for";
}
