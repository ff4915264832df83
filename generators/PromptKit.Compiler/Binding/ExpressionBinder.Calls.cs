using PromptKit.Compiler.Binding.Functions;
using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Templates.Nodes;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding;

/// <content>Calls of functions.</content>
internal sealed partial class ExpressionBinder
{
    // The arguments of the functions written in place around the point that is bound.
    private readonly Stack<BoundExpression> _functionArguments = new();

    public TemplateScope Scope => scope;

    private BoundExpression? BindCall(CallNode node)
    {
        if (FindHiding(node) is { } hiding)
        {
            return BindHidden(node, hiding);
        }

        if (FunctionTable.Find(node.FullName) is not { } function)
        {
            ReportUnknownFunction(node);
            return null;
        }

        if (function.Refusal is { } refusal)
        {
            diagnostics.Add(FunctionRules.RefusedFunction, node.FunctionRange, function.Name, refusal);
            return null;
        }

        var arguments = ArgumentMatching.Match(function, node, diagnostics);
        if (arguments is null)
        {
            return null;
        }

        var call = new FunctionCall(function, node, arguments, this, diagnostics);
        return call.BindArguments() && function.Bind(call) is { } result ? Known(result) : null;
    }

    /// <summary>Binds what a function gives for an argument of this type.</summary>
    /// <returns>Null when it is refused; the diagnostics say why.</returns>
    public LambdaExpression? BindFunction(ExpressionNode node, BoundType type, bool isNullable, bool isCondition = false)
    {
        var name = scope.Locals.NameAt(node.Range, "item");
        var argument = new LocalExpression(name, type, isNullable);
        var result = node switch
        {
            FunctionNode function => BindInPlace(function, argument, isCondition),
            FunctionAliasNode alias => BindAlias(alias, argument, isCondition),
            _ => RefuseNoFunction(node),
        };
        return result is null ? null : new LambdaExpression(name, result) { IsWritten = true };
    }

    private BoundExpression? BindInPlace(FunctionNode function, BoundExpression argument, bool isCondition)
    {
        _functionArguments.Push(argument);
        var result = isCondition ? BindCondition(function.Result).Value : Bind(function.Result);
        _functionArguments.Pop();
        return result;
    }

    // As if it were called with its argument there.
    private BoundExpression? BindAlias(FunctionAliasNode alias, BoundExpression argument, bool isCondition)
    {
        var node = alias.Function;
        var value = new ArgumentNode(Name: null, node.FunctionRange, new FunctionArgumentNode(node.FunctionRange));
        return BindInPlace(new FunctionNode(node with { Arguments = new([value]) }, alias.Range), argument, isCondition);
    }

    private BoundExpression? RefuseNoFunction(ExpressionNode node)
    {
        diagnostics.Add(FunctionRules.NoFunction, node.Range, scope.Text[node.Range]);
        return null;
    }

    private BoundExpression BindFunctionArgument() => Known(_functionArguments.Peek());

    private BoundExpression? BindLoneFunction(ExpressionNode node)
    {
        var isName = node is FunctionAliasNode { Function.Group: null } alias && FunctionTable.Find(alias.Function.FullName) is null;
        var remedy = isName ? $" A value is named without '@': '{scope.Text[node.Range].Substring(1)}'." : "";
        diagnostics.Add(FunctionRules.FunctionIsNoValue, node.Range, remedy);
        return null;
    }

    // What the first name of a call is when it is no function: an input, a local or the variable of a loop.
    private string? FindHiding(CallNode node)
    {
        var name = node.Group ?? node.Name;
        return scope.FindItem(name) is not null ? "The variable of the loop"
            : scope.FindInput(name) is not null ? "The input"
            : scope.FindLocal(name) is not null ? "The local"
            : null;
    }

    private BoundExpression? BindHidden(CallNode node, string hiding)
    {
        var name = node.Group ?? node.Name;
        var nameRange = new TextRange(node.FunctionRange.Start, node.FunctionRange.Start + name.Length);
        if (node is { Arguments.Count: 0, Group: { } group })
        {
            return BindMember(
                new MemberNode(new VariableNode(group, nameRange), node.Name, node.NameRange, IsConditional: false, node.FunctionRange)
            );
        }

        if (node.Group is not null && FunctionTable.Find(node.FullName) is null)
        {
            ReportMethod(node, nameRange);
        }
        else if (FunctionTable.Find(node.FullName) is null)
        {
            diagnostics.Add(FunctionRules.CallOfValue, node.FunctionRange, scope.Text[node.FunctionRange]);
        }
        else
        {
            diagnostics.Add(FunctionRules.HiddenFunction, node.FunctionRange, hiding, name, node.FullName);
        }

        return null;
    }

    // `tags.contains("a")`: what is no member is told as one, and what is one is no function.
    private void ReportMethod(CallNode node, TextRange groupRange)
    {
        var errors = diagnostics.Count;
        _ = BindMember(
            new MemberNode(new VariableNode(node.Group!, groupRange), node.Name, node.NameRange, IsConditional: false, node.FunctionRange)
        );
        if (diagnostics.Count == errors)
        {
            diagnostics.Add(FunctionRules.CallOfValue, node.FunctionRange, scope.Text[node.FunctionRange]);
        }
    }

    private void ReportUnknownFunction(CallNode node)
    {
        // Where the schema was lost, the name may be an input's. In a partial checked alone too, but a value cannot be called.
        if (scope.InputIsLost && (node.Group is null ? !scope.OuterIsUnknown : !FunctionNames.IsGroup(node.Group)))
        {
            return;
        }

        var suggestion = FunctionTable.Suggest(node.Group, node.Name);
        var isInGroup = node.Group is { } group && FunctionNames.IsGroup(group);
        diagnostics.Add(
            FunctionRules.UnknownFunction,
            isInGroup ? node.NameRange : node.FunctionRange,
            node.FullName,
            suggestion.Length > 0 ? suggestion : " The page of this error lists all there are."
        );
    }
}
