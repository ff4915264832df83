using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Templates.Nodes;
using Takes = PromptKit.Compiler.Binding.Functions.FunctionParameter;

namespace PromptKit.Compiler.Binding.Functions;

/// <summary><c>array.*</c>: functions of lists that take a function, or the name of a member.</summary>
internal static class ListFunctionTable
{
    public static IReadOnlyList<TemplateFunction> All { get; } =
    [
        TemplateFunction.Special("array.any", BindAny, Takes.List("list"), Takes.Function("function")),
        TemplateFunction.Special("array.each", BindEach, Takes.List("list"), Takes.Function("function")),
        TemplateFunction.Special("array.filter", BindFilter, Takes.List("list"), Takes.Function("function")),
        TemplateFunction.Special("array.join", BindJoin, Takes.List("list"), Takes.Text("delimiter"), Takes.Function("function").Or(null)),
        TemplateFunction.Special("array.map", BindMap, Takes.List("list"), Takes.Constant("member")),
        TemplateFunction.Special("array.sort", BindSort, Takes.List("list"), Takes.Constant("member").Or(null)),
    ];

    private static BoundExpression? BindAny(FunctionCall call)
    {
        var list = call.ListOf(0);
        if (call.BindFunction(1, list.Item, list.AllowsNull) is not { } function)
        {
            return null;
        }

        if (function.Type != ValueTypes.Boolean)
        {
            return call.ReportWrongType(1, "a function that gives a boolean", function.Type);
        }

        var condition = function.Result.IsNullable
            ? function with
            {
                Result = new IsTrueExpression(function.Result, ValueTypes.Boolean),
            }
            : function;
        return FunctionCall.Invoke("ListFunctions.Any", ValueTypes.Boolean, isNullable: false, call[0], condition);
    }

    private static BoundExpression? BindEach(FunctionCall call)
    {
        var list = call.ListOf(0);
        if (call.BindFunction(1, list.Item, list.AllowsNull) is not { } function)
        {
            return null;
        }

        if (function.Type is BoundNull)
        {
            return call.ReportWrongType(1, "a function that gives a value", function.Type);
        }

        if (!call.CheckNotLazy(function.Result, 1))
        {
            return null;
        }

        var type = new BoundList(function.Type, function.Result.IsNullable);
        return FunctionCall.Invoke("ListFunctions.Map", type, isNullable: false, call[0], function);
    }

    private static BoundExpression? BindFilter(FunctionCall call)
    {
        // A function that takes a text is given texts, and those are what is left.
        var items =
            call.NodeOf(1) is FunctionAliasNode alias && TakesText(alias) && ValueTypes.HasText(call.ListOf(0).Item)
                ? ListItems.AsTexts(call[0], call)
                : call[0];
        var list = (BoundList)items.Type;
        return call.BindCondition(1, list.Item, list.AllowsNull) is { } condition
            ? FunctionCall.Invoke("ListFunctions.Filter", list, isNullable: false, items, condition)
            : null;
    }

    private static bool TakesText(FunctionAliasNode alias) =>
        FunctionTable.Find(alias.Function.FullName)?.Parameters is [{ Kind: ParameterKind.Text }, ..];

    private static BoundExpression? BindJoin(FunctionCall call)
    {
        var list = call.ListOf(0);
        if (!ValueTypes.HasText(list.Item))
        {
            return call.ReportWrongType(0, "a list of values that have a text", list, "Map it to a member first: 'array.map'.");
        }

        if (!call.IsGiven(2))
        {
            return list.Item == ValueTypes.Text
                ? call.Invoke("ListFunctions.Join", ValueTypes.Text)
                : FunctionCall.Invoke(
                    "ListFunctions.Join",
                    ValueTypes.Text,
                    isNullable: false,
                    call[0],
                    call[1],
                    call.Lambda(list.Item, list.AllowsNull, item => ExpressionBinder.ToText(item))
                );
        }

        // The function is given the text of each item.
        if (call.BindFunction(2, ValueTypes.Text, list.AllowsNull) is not { } function)
        {
            return null;
        }

        if (!ValueTypes.HasText(function.Type) && function.Type is not BoundNull)
        {
            return call.ReportWrongType(2, "a function that gives a text", function.Type);
        }

        var texts = ListItems.AsTexts(call[0], call);
        var text = function with { Result = ExpressionBinder.ToText(function.Result) };
        return FunctionCall.Invoke("ListFunctions.Join", ValueTypes.Text, isNullable: false, texts, call[1], text);
    }

    // A member that an object does not have gives no item there, one that is null gives null: which of both it is, only JSON knows.
    private static BoundExpression? BindMap(FunctionCall call)
    {
        var list = call.ListOf(0);
        if (MemberOf(call, list) is not { } member)
        {
            return null;
        }

        if (member.IsNullable || list.AllowsNull)
        {
            var name = call.Scope.Text[call.NodeOf(1).Range].Trim('"', '\'', '`');
            return call.Report(FunctionRules.MapOfOptional, call.NodeOf(1).Range, name);
        }

        var function = call.Lambda(list.Item, list.AllowsNull, item => Read(item, member));
        return FunctionCall.Invoke(
            "ListFunctions.Map",
            new BoundList(member.Type, AllowsNull: false),
            isNullable: false,
            call[0],
            function
        );
    }

    private static BoundExpression? BindSort(FunctionCall call)
    {
        var list = call.ListOf(0);
        if (!call.IsGiven(1) || call[1] is LiteralExpression { Value: "" })
        {
            if (!ValueTypes.HasText(list.Item))
            {
                return call.ReportWrongType(0, "a list of texts or numbers", list, "Name the member to sort by: 'array.sort \"…\"'.");
            }

            var plain = ListItems.AsPlain(call[0], call);
            return FunctionCall.Invoke(
                ((BoundList)plain.Type).Item == ValueTypes.Text ? "ListFunctions.SortTexts" : "ListFunctions.Sort",
                plain.Type,
                isNullable: false,
                plain
            );
        }

        if (MemberOf(call, list) is not { } member)
        {
            return null;
        }

        if (!ValueTypes.HasText(member.Type))
        {
            return call.ReportWrongType(1, "a member that is a text or a number", member.Type);
        }

        var key = call.Lambda(
            list.Item,
            list.AllowsNull,
            item => ValueTypes.IsText(member.Type) ? ExpressionBinder.ToText(Read(item, member)) : Read(item, member)
        );
        var method = ValueTypes.IsText(member.Type) ? "ListFunctions.SortByText" : "ListFunctions.SortBy";
        return FunctionCall.Invoke(method, list, isNullable: false, call[0], key);
    }

    private static BoundExpression Read(BoundExpression item, BoundMember member) =>
        new MemberExpression(item, member.Property, member.IsNullable, member.Type, member.IsNullable || item.IsNullable);

    private static BoundMember? MemberOf(FunctionCall call, BoundList list)
    {
        var name = (string)((LiteralExpression)call[1]).Value!;
        if (list.Item is not BoundDeclaredType { IsEnum: false } type || call.Scope.Types.Find(type) is not BoundRecord record)
        {
            call.ReportWrongType(0, "a list of objects", list);
            return null;
        }

        if (record.Members.FirstOrDefault(member => member.JsonName == name) is { } member)
        {
            return member;
        }

        var remedy = ExpressionBinder.Suggest(name, record.Members.Select(known => known.JsonName));
        call.Report(FunctionRules.UnknownItemMember, call.NodeOf(1).Range, call.Scope.Text[call.NodeOf(0).Range], name, remedy);
        return null;
    }
}
