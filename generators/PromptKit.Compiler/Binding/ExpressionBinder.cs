using PromptKit.Compiler.Binding.Functions;
using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Diagnostics;
using PromptKit.Compiler.Schema.Model;
using PromptKit.Compiler.Templates.Nodes;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding;

/// <summary>
/// Resolves the names of expressions and types them, knowing what may be null at each point. What does not fit is reported once: a
/// refused expression is null to whatever holds it, which then says nothing.
/// </summary>
internal sealed partial class ExpressionBinder(TemplateScope scope, DiagnosticBag diagnostics)
{
    /// <summary>What is known at the point that is bound.</summary>
    public FlowState State { get; set; } = FlowState.Start;

    /// <summary>The block that is bound, as the path of the blocks around it.</summary>
    public string Block { get; set; } = "";

    /// <summary>Binds the text of a partial where a value is wanted.</summary>
    public required Func<IncludeNode, BoundExpression?> BindInclude { get; init; }

    public BoundExpression? Bind(ExpressionNode node) =>
        node switch
        {
            LostNode => null,
            LiteralNode literal => Literal(literal.Value),
            VariableNode variable => BindVariable(variable),
            InputNode input => BindInput(input),
            MemberNode member => BindMember(member),
            LoopMemberNode member => BindLoopMember(member),
            IndexNode index => BindIndex(index),
            UnaryNode { Operator: UnaryOperator.Not } => BindCondition(node).Value,
            UnaryNode unary => BindSign(unary),
            BinaryNode { Operator: BinaryOperator.And or BinaryOperator.Or } => BindAsValue(node),
            BinaryNode binary => BindBinary(binary),
            ConditionalNode choice => BindConditional(choice),
            ArrayNode array => BindArray(array),
            ObjectNode literal => BindObject(literal),
            IsEmptyNode isEmpty => BindIsEmpty(isEmpty),
            InterpolatedNode text => BindInterpolated(text),
            IncludeNode include => BindInclude(include),
            CallNode call => BindCall(call),
            FunctionArgumentNode => BindFunctionArgument(),
            FunctionNode or FunctionAliasNode => BindLoneFunction(node),
            _ => throw new ArgumentOutOfRangeException(nameof(node)),
        };

    /// <summary>A value as the text that templates print.</summary>
    public static BoundExpression ToText(BoundExpression value, TextForm form = TextForm.Printed) =>
        value switch
        {
            { Type: BoundScalar { Kind: ScalarKind.String } or BoundCaptured or BoundCharacter or BoundNull } => value,
            LiteralExpression { Value: long integer } => Literal(integer.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            LiteralExpression { Value: bool flag } when form == TextForm.Printed => Literal(flag ? "true" : "false"),
            _ => new TextExpression(value, ValueTypes.Text, form),
        };

    /// <summary>Whether a value is null whatever the input.</summary>
    public static bool IsNullConstant(BoundExpression value) => value is AbsentExpression or LiteralExpression { Value: null };

    /// <summary>Reports a value that may be null where none may be.</summary>
    /// <returns>Whether it never is.</returns>
    public bool CheckPresent(BoundExpression value, ExpressionNode node, string use, string remedy = "")
    {
        if (value.IsNullable)
        {
            diagnostics.Add(BindingRules.PossiblyNull, node.Range, scope.Text[node.Range], use, remedy);
        }

        return !value.IsNullable;
    }

    private static LiteralExpression Literal(object? value) => ConstantFolding.Literal(value);

    // What an `if` found not to be null is not.
    private BoundExpression Known(BoundExpression value)
    {
        var normal = Normal(value);
        return normal.IsNullable && State.IsPresent(normal) ? new PresentExpression(normal) : normal;
    }

    private BoundExpression? BindMember(MemberNode node)
    {
        if (Bind(node.Target) is not { } target)
        {
            return null;
        }

        if (IsNullConstant(target) && (node.IsConditional || HasConditional(node.Target)))
        {
            return BindMemberOfNothing(target, node);
        }

        // `a?.b.c` is null where `a` is, as `a?.b` is; but `b` itself must be there.
        var isChained = node.IsConditional || (HasConditional(node.Target) && target is MemberExpression { IsOptional: false });
        if (!isChained && !CheckPresent(target, node.Target, $"asked for '{node.Name}'", " Or write '?.'."))
        {
            return null;
        }

        return BindMemberOf(target, node);
    }

    private BoundExpression? BindMemberOf(BoundExpression target, MemberNode node) =>
        target.Type switch
        {
            BoundList or BoundScalar or BoundDeclaredType { IsEnum: true } when node.Name == "size" && HasSize(target.Type) =>
                new SizeExpression(target.Type is BoundList ? target : ToText(target), ValueTypes.Integer, target.IsNullable),
            BoundDeclaredType { IsEnum: false } type when scope.Types.Find(type) is BoundRecord record => BindMemberOf(
                record,
                target,
                node
            ),
            BoundDeclaredType { IsEnum: false } type when scope.Types.Find(type) is BoundUnion union => BindUnionMember(
                union,
                target,
                node
            ),
            BoundMoment or BoundDuration => BindTimeMember(target, node),
            BoundMap map => Normal(new ItemExpression(target, Literal(node.Name), map.Value)),
            BoundShape shape => BindShapeMember(shape, target, node),
            BoundEntry entry => BindEntryMember(entry, target, node),
            BoundScalar { Kind: ScalarKind.Any } => Known(new AnyMemberExpression(target, Literal(node.Name))),
            BoundDeclaredType { IsEnum: false } => RefuseUse(
                target.Type,
                node.Target,
                "reading its members",
                "Declare what it holds in the schema."
            ),
            _ => UnknownMember(
                target,
                node,
                target.Type switch
                {
                    BoundScalar { Kind: ScalarKind.Media } => $" Write 'media {scope.Text[node.Target.Range]}' to put it into the message.",
                    _ when HasSize(target.Type) && InPlaceOf(target.Type, node) is { } remedy => remedy,
                    _ when HasSize(target.Type) => " It has 'size' alone; the rest is done by functions, such as 'x | string.upcase'.",
                    _ => "",
                }
            ),
        };

    // What a list or a text has as a member in other languages is a function here.
    private string? InPlaceOf(BoundType type, MemberNode node)
    {
        var target = scope.Text[node.Target.Range];
        if (node.Name.ToLowerInvariant() is "count" or "length" or "len" or "size")
        {
            return $" Write '{target}.size'.";
        }

        var groups = type is BoundList ? new[] { "array" } : ["string", "date"];
        return FunctionTable.InPlaceOf(node.Name, groups) is { } function ? $" Write '{target} | {function}'." : null;
    }

    private static bool HasSize(BoundType type) => type is BoundList || (ValueTypes.IsText(type) && type is not BoundCharacter);

    private BoundExpression? BindMemberOf(BoundRecord record, BoundExpression target, MemberNode node)
    {
        if (record.Members.FirstOrDefault(member => member.JsonName == node.Name) is not { } member)
        {
            return UnknownMember(target, node, Suggest(node.Name, record.Members.Select(member => member.JsonName)));
        }

        return member.Type is BoundScalar { Kind: ScalarKind.Unknown }
            ? null
            : Known(new MemberExpression(target, member.Property, member.IsNullable, member.Type, member.IsNullable || target.IsNullable));
    }

    // Of its type where that is known, so that what is done with it is checked.
    private LiteralExpression? BindMemberOfNothing(BoundExpression target, MemberNode node) =>
        target.Type is BoundNull ? Literal(null)
        : BindMemberOf(target, node) is { } member ? new LiteralExpression(Value: null, member.Type)
        : null;

    private BoundExpression? UnknownMember(BoundExpression target, MemberNode node, string remedy)
    {
        var name = scope.Text[node.Target.Range];
        diagnostics.Add(BindingRules.UnknownMember, node.NameRange, name, ValueTypes.Describe(target.Type), node.Name, remedy);
        return null;
    }

    // The name that was meant, or those to choose from.
    public static string Suggest(string name, IEnumerable<string> members)
    {
        const int most = 8;
        var names = members.ToList();
        var suggestion = Spelling.Suggest(name, names);
        return suggestion.Length > 0 || names.Count == 0
            ? suggestion
            : $" It has {string.Join(", ", names.Take(most).Select(known => $"'{known}'"))}{(names.Count > most ? ", …" : "")}.";
    }

    private static bool HasConditional(ExpressionNode node) =>
        node is MemberNode member && (member.IsConditional || HasConditional(member.Target));

    private BoundExpression? BindIndex(IndexNode node)
    {
        var (target, index) = (Bind(node.Target), Bind(node.Index));
        if (
            target is null
            || index is null
            || !CheckPresent(target, node.Target, "indexed")
            || !CheckPresent(index, node.Index, "an index")
        )
        {
            return null;
        }

        switch (target.Type)
        {
            case BoundList list when index.Type == ValueTypes.Integer:
                scope.MayOverflow |= !HasFewBits(index);
                return Normal(new ItemExpression(target, index, list.Item));
            case BoundMap map when ValueTypes.IsText(index.Type):
                return Normal(new ItemExpression(target, ToText(index), map.Value));
            case BoundScalar { Kind: ScalarKind.Any }:
                return BindAnyIndex(target, index, node);
            case BoundScalar { Kind: ScalarKind.String } when index.Type == ValueTypes.Integer:
                scope.MayFail = true;
                return new CharacterExpression(target, index);
            case BoundDeclaredType { IsEnum: false } or BoundShape or BoundEntry when index is LiteralExpression { Value: string name }:
                return BindMemberOf(target, new MemberNode(node.Target, name, node.Index.Range, IsConditional: false, node.Range));
            case BoundList or BoundMap or BoundScalar { Kind: ScalarKind.String }:
                var needed =
                    target.Type is BoundMap ? "Use a string."
                    : index.Type is not BoundList ? "Use an integer."
                    : target.Type is BoundList ? "A part of a list is 'array.offset' and 'array.limit'."
                    : "A part of a string is 'string.slice'.";
                diagnostics.Add(BindingRules.WrongOperand, node.Index.Range, "[…]", $"{ValueTypes.Describe(index.Type)} as index", needed);
                return null;
            default:
                var what = ValueTypes.Describe(target.Type);
                diagnostics.Add(BindingRules.WrongOperand, node.Target.Range, "[…]", what, "Index a list, a map or a string.");
                return null;
        }
    }

    /// <summary>Whether an integer fits 32 bits for certain, as Scriban's indexes and counts must.</summary>
    public static bool HasFewBits(BoundExpression value) =>
        value is LiteralExpression { Value: long and >= int.MinValue and <= int.MaxValue };

    private BoundExpression? BindLoopMember(LoopMemberNode node)
    {
        LoopFact? fact = node.Name switch
        {
            "index" => LoopFact.Index,
            "first" => LoopFact.First,
            "even" => LoopFact.Even,
            "odd" => LoopFact.Odd,
            "rindex" when node.Keyword == "for" => LoopFact.IndexFromEnd,
            "last" when node.Keyword == "for" => LoopFact.Last,
            "length" when node.Keyword == "for" => LoopFact.Length,
            "changed" when node.Keyword == "for" => LoopFact.Changed,
            _ => null,
        };
        if (scope.LoopOf(node.Keyword) is not { } loop || fact is null)
        {
            if (fact is not null && scope.OuterIsUnknown)
            {
                return null;
            }

            diagnostics.Add(
                BindingRules.UnknownLoopMember,
                node.NameRange,
                $"{node.Keyword}.{node.Name}",
                fact is null ? "" : $" It stands in no '{node.Keyword}' loop."
            );
            return null;
        }

        if (fact == LoopFact.Changed && loop.Type is { } type && !ValueTypes.HasText(type))
        {
            const string remedy = "Compare a member of it yourself.";
            diagnostics.Add(BindingRules.CannotUse, node.Range, loop.Name, ValueTypes.Describe(type), "'for.changed'", remedy);
            return null;
        }

        var isNumber = fact is LoopFact.Index or LoopFact.IndexFromEnd or LoopFact.Length;
        return new LoopFactExpression(fact.Value, loop.Counter, loop.Items, isNumber ? ValueTypes.Integer : ValueTypes.Boolean);
    }

    private BoundExpression? BindArray(ArrayNode node)
    {
        var items = node.Items.Select(Bind).ToList();
        if (items.Exists(item => item is null))
        {
            return null;
        }

        if (items.Count == 0)
        {
            return new ListExpression(default, new BoundList(BoundNull.Type, AllowsNull: true));
        }

        for (var i = 0; i < items.Count; i++)
        {
            if (!CheckPresent(items[i]!, node.Items[i], "an item") || !CheckNotLazy(items[i]!, node.Items[i]))
            {
                return null;
            }

            if (items[i]!.Type != items[0]!.Type && !ValueTypes.AreTexts(items[i]!.Type, items[0]!.Type))
            {
                var (one, other) = ValueTypes.Contrast(items[i]!.Type, items[0]!.Type);
                diagnostics.Add(
                    BindingRules.TwoTypes,
                    node.Items[i].Range,
                    scope.Text[node.Items[i].Range],
                    one,
                    other,
                    "Give the list items of one type."
                );
                return null;
            }
        }

        var type = items.TrueForAll(item => item!.Type == items[0]!.Type) ? items[0]!.Type : ValueTypes.Text;
        var values = items.Select(item => item!.Type == type ? item : ToText(item)).ToEquatableArray();
        return new ListExpression(values, new BoundList(type, AllowsNull: false));
    }

    private BoundExpression? BindInterpolated(InterpolatedNode node)
    {
        BoundExpression? text = null;
        foreach (var part in node.Parts)
        {
            if (Bind(part) is not { } value)
            {
                return null;
            }

            if (value.Type is BoundNull)
            {
                continue;
            }

            if (!ValueTypes.HasText(value.Type))
            {
                return RefuseUse(value.Type, part, "writing it into a string", "Write its members instead.");
            }

            var next = ToText(value, TextForm.Interpolated);
            text = text is null && !next.IsNullable ? next : Concat(text ?? Literal(""), next);
        }

        return text ?? Literal("");
    }

    private static BoundExpression Concat(BoundExpression left, BoundExpression right) =>
        (BoundExpression?)ConstantFolding.Fold(BoundOperator.Concat, left, right)
        ?? new OperationExpression(BoundOperator.Concat, left, right, ValueTypes.Text, IsNullable: false);

    private BoundExpression? RefuseUse(BoundType type, ExpressionNode node, string use, string remedy)
    {
        diagnostics.Add(BindingRules.CannotUse, node.Range, scope.Text[node.Range], ValueTypes.Describe(type), use, remedy);
        return null;
    }
}
