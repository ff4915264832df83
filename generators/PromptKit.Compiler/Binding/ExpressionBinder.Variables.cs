using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Binding.Partials;
using PromptKit.Compiler.Schema.Model;
using PromptKit.Compiler.Templates.Nodes;

namespace PromptKit.Compiler.Binding;

/// <content>Names: what each means in the file that is bound.</content>
internal sealed partial class ExpressionBinder
{
    private BoundExpression? BindVariable(VariableNode variable)
    {
        if (_functionArguments.Count > 0 && TemplateLocals.IsOwn(variable.Name))
        {
            diagnostics.Add(LazyRules.OwnInFunction, variable.Range, variable.Name);
            return null;
        }

        if (scope.FindItem(variable.Name) is { } item)
        {
            return item.Type is null ? null : Known(item.Expression!);
        }

        if (scope.FindObjectMember(variable.Name) is { } earlier)
        {
            return earlier;
        }

        if (scope.FindInput(variable.Name) is { } member)
        {
            var read = scope.Read(member);
            return member.Type is BoundScalar { Kind: ScalarKind.Unknown } ? null : Known(read);
        }

        if (scope.FindLocal(variable.Name) is { } local)
        {
            return BindLocal(local, variable);
        }

        if (FunctionNames.IsGroup(variable.Name))
        {
            diagnostics.Add(FunctionRules.GroupIsNoValue, variable.Range, variable.Name);
            return null;
        }

        if (scope.Frame.Absent.TryGetValue(variable.Name, out var absent))
        {
            return Known(absent);
        }

        ReportUnknown(variable);
        return null;
    }

    private BoundExpression? BindInput(InputNode node)
    {
        if (scope.Frame.HidesOuter)
        {
            diagnostics.Add(BindingRules.NoWholeInput, node.Range);
            return null;
        }

        return scope.ReadAll();
    }

    private void ReportUnknown(VariableNode variable)
    {
        var (name, range, frame) = (variable.Name, variable.Range, scope.Frame);
        var isOwn = TemplateLocals.IsOwn(name);
        if (isOwn && frame is { Partial: { } partial, HidesOuter: false })
        {
            if (!frame.IsOpen)
            {
                var where = PartialReport.PlaceIn(partial, scope.Text.Locate(range));
                diagnostics.Add(PartialRules.NotPassed, range, partial.ShortFileName, name, where, name.Substring(1));
            }
        }
        else if (!isOwn && frame.HidesOuter)
        {
            diagnostics.Add(PartialRules.Hidden, range, name, scope.HiddenRemedy(name));
        }
        // Where the schema was lost, every name may be right.
        else if (isOwn || !scope.InputIsLost)
        {
            diagnostics.Add(BindingRules.UnknownVariable, range, name, scope.Remedy(name));
        }
    }

    private BoundExpression? BindLocal(TemplateLocal local, VariableNode variable)
    {
        scope.Locals.Read(local, Block);
        if (!State.IsAssigned(local.Name))
        {
            // Where it was not assigned, it may have been passed.
            if (!scope.Frame.IsOpen)
            {
                diagnostics.Add(BindingRules.NotAssigned, variable.Range, variable.Name);
            }

            return null;
        }

        return local.Type is null ? null : Known(new LocalExpression(local.Name, local.Type, local.IsNullable));
    }
}
