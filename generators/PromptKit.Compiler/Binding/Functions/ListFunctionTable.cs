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
        var (list, name) = (call.ListOf(0), NameOf(call));
        if (ItemMember.Find(call, name) is not { } member)
        {
            return null;
        }

        if (member.MayBeMissing)
        {
            return call.Report(FunctionRules.MapOfOptional, call.NodeOf(1).Range, name);
        }

        var read = call.Lambda(list.Item, isNullable: false, item => member.Read(item) with { IsNullable = member.IsNullable });
        return FunctionCall.Invoke(
            "ListFunctions.Map",
            new BoundList(member.Type, member.IsNullable),
            isNullable: false,
            Having(member, call, list),
            read
        );
    }

    // The items that are objects with the member.
    private static BoundExpression Having(ItemMember member, FunctionCall call, BoundList list)
    {
        var objects = new BoundList(list.Item, AllowsNull: false);
        var items = list.AllowsNull ? FunctionCall.Invoke("ListFunctions.Compact", objects, isNullable: false, call[0]) : call[0];
        if (member.Owners.Count == 0)
        {
            return items;
        }

        var isOwner = call.Lambda(list.Item, isNullable: false, member.IsOwned);
        return FunctionCall.Invoke("ListFunctions.Filter", objects, isNullable: false, items, isOwner);
    }

    private static BoundExpression? BindSort(FunctionCall call)
    {
        var list = call.ListOf(0);
        if (!call.IsGiven(1) || call[1] is LiteralExpression { Value: "" })
        {
            // Scriban sorts days of the week by their numbers.
            if (!ValueTypes.HasText(list.Item) || list.Item is BoundCaptured)
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

        if (ItemMember.FindPath(call, NameOf(call)) is not { } member)
        {
            return null;
        }

        if (!ValueTypes.HasText(member.Type) || member.Type is BoundCaptured)
        {
            return call.ReportWrongType(1, "a member that is a text or a number", member.Type);
        }

        var isText = ValueTypes.IsText(member.Type);
        var key = call.Lambda(list.Item, list.AllowsNull, item => isText ? ExpressionBinder.ToText(member.Read(item)) : member.Read(item));
        return FunctionCall.Invoke(isText ? "ListFunctions.SortByText" : "ListFunctions.SortBy", list, isNullable: false, call[0], key);
    }

    private static string NameOf(FunctionCall call) => (string)((LiteralExpression)call[1]).Value!;
}
