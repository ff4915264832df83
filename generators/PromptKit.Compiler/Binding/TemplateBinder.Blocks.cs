using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Schema.Model;
using PromptKit.Compiler.Templates.Nodes;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding;

/// <content>Choices and loops.</content>
internal sealed partial class TemplateBinder
{
    private IEnumerable<BoundStatement> BindIf(IfNode node)
    {
        var condition = _expressions.BindCondition(node.Condition);
        _expressions.State = condition.Constant == false ? FlowState.Unreachable : condition.WhenTrue;
        var then = BindBlock(node.Then);
        var afterThen = _expressions.State;
        _expressions.State = condition.Constant == true ? FlowState.Unreachable : condition.WhenFalse;
        var otherwise = BindBlock(node.Else);
        _expressions.State = FlowState.Join(afterThen, _expressions.State);
        return condition switch
        {
            { Value: null } => [],
            { Constant: true } => then,
            { Constant: false } => otherwise,
            _ => [new BoundIf(condition.Value!, then, otherwise, _scope.Text.Locate(node.Range))],
        };
    }

    private IEnumerable<BoundStatement> BindCase(CaseNode node)
    {
        var value = _expressions.Bind(node.Value);
        var before = _expressions.State;
        var after = FlowState.Unreachable;
        var cases = new List<(BoundExpression? Condition, EquatableArray<BoundStatement> Body, TextRange Range)>();
        foreach (var when in node.Whens)
        {
            _expressions.State = before;
            var conditions = when.Values.Select(choice =>
                value is null ? BindAlone(choice) : _expressions.BindCase(value, node.Value, choice)
            );
            var all = conditions.ToList();
            var condition = all.Contains(null) ? null : all.Aggregate(ExpressionBinder.Or!);
            var constant = (condition as LiteralExpression)?.Value as bool?;
            _expressions.State = constant == false ? FlowState.Unreachable : before;
            var body = BindBlock(when.Body);
            after = FlowState.Join(after, _expressions.State);
            before = constant == true ? FlowState.Unreachable : before;
            cases.Add((condition, body, when.Range));
        }

        _expressions.State = before;
        var otherwise = BindBlock(node.Else);
        _expressions.State = FlowState.Join(after, _expressions.State);
        return cases.Exists(one => one.Condition is null) ? [] : Chain(cases!, otherwise);
    }

    private BoundExpression? BindAlone(ExpressionNode node)
    {
        _expressions.Bind(node);
        return null;
    }

    // From the last to the first: each stands in the `else` of the one before.
    private EquatableArray<BoundStatement> Chain(
        List<(BoundExpression Condition, EquatableArray<BoundStatement> Body, TextRange Range)> cases,
        EquatableArray<BoundStatement> otherwise
    )
    {
        for (var i = cases.Count - 1; i >= 0; i--)
        {
            var (condition, body, range) = cases[i];
            otherwise = condition switch
            {
                LiteralExpression { Value: true } => body,
                LiteralExpression { Value: false } => otherwise,
                _ => new EquatableArray<BoundStatement>([new BoundIf(condition, body, otherwise, _scope.Text.Locate(range))]),
            };
        }

        return otherwise;
    }

    private IEnumerable<BoundStatement> BindFor(ForNode node)
    {
        var list = BindList(node);
        var isLazy = list is not null && LazyLists.IsLazy(list, _scope.Locals);
        var counter = _scope.Locals.NameAt(node.VariableRange, node.Variable + "_index");
        var items = _scope.Locals.NameAt(node.Items.Range, node.Variable + "_list");
        var item = _scope.Locals.NameAt(new TextRange(node.VariableRange.End, node.VariableRange.Start), node.Variable);
        var itemType = list?.Type as BoundList;
        var read = itemType is null ? null : new LocalExpression(item, itemType.Item, itemType.AllowsNull);
        var head = Forget(node.Body);
        if (list is not null)
        {
            CheckLoop(list, node);
        }

        _scope.Enter(new LoopItem(node.Variable, itemType?.Item, read, counter, items) { IsLazy = isLazy });
        var body = BindBlock(node.Body);
        var isLeft = _expressions.State.IsUnreachable;
        _scope.Leave();
        _expressions.State = head;
        _scope.Enter(LoopItem.OfElse);
        var otherwise = BindBlock(node.Else ?? default);
        _scope.Leave();
        _expressions.State = FlowState.Join(head, _expressions.State);
        // Nothing to loop over: a list that was not passed, or none.
        return itemType is null ? []
            : list is ListExpression { Items.Count: 0 } ? otherwise
            :
            [
                new BoundFor(item, CodeOf(itemType), counter, items, list!, body, otherwise, _scope.Text.Locate(node.Range))
                {
                    IsAlwaysLeft = isLeft,
                    IsReadByFunction = BoundTree.Flatten(body).Any(statement => statement is BoundFunction),
                },
            ];
    }

    private static string CodeOf(BoundList list) => list.AllowsNull ? list.Item.NullableCode : list.Item.Code;

    private BoundExpression? BindList(ForNode node)
    {
        var list = _expressions.Bind(node.Items);
        var (offset, limit) = (BindCount(node.Options.Offset, "offset"), BindCount(node.Options.Limit, "limit"));
        if (list is null || !_expressions.CheckPresent(list, node.Items, "looped over", " An optional list: '?? []'."))
        {
            return null;
        }

        if (ToItems(list) is not { } items)
        {
            ReportNoList(list, node.Items);
            return null;
        }

        list = items;
        _scope.MayFail |= items is ItemsExpression { Operand.Type: BoundScalar { Kind: ScalarKind.Any } };

        if (offset is null && limit is null && !node.Options.IsReversed)
        {
            return list;
        }

        return new SliceExpression(list, offset, limit, node.Options.IsReversed);
    }

    // Null when it holds nothing to loop over.
    private static BoundExpression? ToItems(BoundExpression value) =>
        value.Type switch
        {
            BoundList { Item: BoundNull } => null,
            BoundList => value,
            BoundMap map => new ItemsExpression(value, new BoundList(new BoundEntry(map), AllowsNull: false)),
            BoundScalar { Kind: ScalarKind.Any } => new ItemsExpression(value, new BoundList(value.Type, AllowsNull: true)),
            // Dates, addresses and the like are strings too; the characters of an enum are never meant.
            BoundScalar when ValueTypes.IsText(value.Type) => new ItemsExpression(
                ExpressionBinder.ToText(value),
                new BoundList(BoundCharacter.Type, AllowsNull: false)
            ),
            _ => null,
        };

    private void ReportNoList(BoundExpression list, ExpressionNode node) =>
        _diagnostics.Add(
            BindingRules.NotIterable,
            node.Range,
            _scope.Text[node.Range],
            list.Type is BoundList ? "always empty" : ValueTypes.Describe(list.Type)
        );

    private BoundExpression? BindCount(ExpressionNode? node, string option)
    {
        if (node is null || _expressions.Bind(node) is not { } value || !_expressions.CheckPresent(value, node, $"the {option}"))
        {
            return null;
        }

        if (value.Type == ValueTypes.Integer)
        {
            _scope.MayOverflow |= !ExpressionBinder.HasFewBits(value);
            return value;
        }

        _diagnostics.Add(BindingRules.WrongOperand, node.Range, option, ValueTypes.Describe(value.Type), "Use an integer.");
        return null;
    }

    private IEnumerable<BoundStatement> BindWhile(WhileNode node)
    {
        var rounds = _scope.Locals.NameAt(node.Range, "rounds");
        var head = Forget(node.Body);
        var condition = _expressions.BindCondition(node.Condition);
        _expressions.State = condition.Constant == false ? FlowState.Unreachable : condition.WhenTrue;
        _scope.Enter(LoopItem.OfWhile(rounds));
        var body = BindBlock(node.Body);
        _scope.Leave();
        _expressions.State = head;
        return condition.Value is null || condition.Constant == false
            ? []
            : [new BoundWhile(rounds, condition.Value, body, _scope.Text.Locate(node.Range))];
    }

    // What holds before each round, and so behind the loop too.
    private FlowState Forget(IEnumerable<TemplateNode> body)
    {
        var locals = AssignedNames.Of(body).Select(_scope.Locals.Find).OfType<TemplateLocal>().Select(local => local.Name);
        return _expressions.State = _expressions.State.Forget(locals.ToList());
    }

    private IEnumerable<BoundStatement> BindJump(JumpNode jump)
    {
        if (jump.IsBreak && _scope.Loop is { IsLazy: true })
        {
            _diagnostics.Add(LazyRules.BreakOfLazyLoop, jump.Range);
        }

        _expressions.State = FlowState.Unreachable;
        return [new BoundJump(jump.IsBreak, _scope.Text.Locate(jump.Range))];
    }
}
