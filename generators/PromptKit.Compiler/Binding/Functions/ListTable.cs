using PromptKit.Compiler.Binding.Model;
using Takes = PromptKit.Compiler.Binding.Functions.FunctionParameter;

namespace PromptKit.Compiler.Binding.Functions;

/// <summary><c>array.*</c>: functions of lists, but for those that take a function or the name of a member.</summary>
internal static class ListTable
{
    public static IReadOnlyList<TemplateFunction> All { get; } =
    [
        TemplateFunction.Special("array.add", BindAdd, Takes.List("list"), Takes.Value("value").OrNull()),
        TemplateFunction.Special("array.add_range", BindConcat, Takes.List("list1"), Takes.List("list2")),
        TemplateFunction.Special("array.compact", BindCompact, Takes.List("list")),
        TemplateFunction.Special("array.concat", BindConcat, Takes.List("list1"), Takes.List("list2")),
        TemplateFunction.Special("array.contains", BindContains, Takes.List("list"), Takes.Value("item").OrNull()),
        TemplateFunction.Special("array.first", call => BindItem(call, "First"), Takes.List("list")),
        TemplateFunction.Special("array.insert_at", BindInsert, Takes.List("list"), Takes.Integer("index"), Takes.Value("value").OrNull()),
        TemplateFunction.Special("array.last", call => BindItem(call, "Last"), Takes.List("list")),
        TemplateFunction.Special("array.limit", call => BindSame(call, "Limit"), Takes.List("list"), Takes.Integer("count")),
        TemplateFunction.Special("array.offset", call => BindSame(call, "Offset"), Takes.List("list"), Takes.Integer("index")),
        TemplateFunction.Special("array.remove_at", call => BindSame(call, "RemoveAt"), Takes.List("list"), Takes.Integer("index")),
        TemplateFunction.Special("array.reverse", call => BindSame(call, "Reverse"), Takes.List("list")),
        TemplateFunction.Special(
            "array.size",
            call => new SizeExpression(call[0], ValueTypes.Integer, IsNullable: false),
            Takes.List("list")
        ),
        TemplateFunction.Special("array.uniq", BindUniq, Takes.List("list")),
    ];

    private static BoundExpression BindSame(FunctionCall call, string method) => call.Invoke("ListFunctions." + method, call.ListOf(0));

    private static BoundExpression BindItem(FunctionCall call, string method)
    {
        var list = call.ListOf(0);
        var suffix = list.Item.IsValueType && !list.AllowsNull ? "Value" : "";
        return call.Invoke($"ListFunctions.{method}{suffix}", list.Item, isNullable: true);
    }

    private static BoundExpression BindCompact(FunctionCall call)
    {
        var list = call.ListOf(0);
        return list.AllowsNull
            ? call.Invoke(
                list.Item.IsValueType ? "ListFunctions.CompactValues" : "ListFunctions.Compact",
                new BoundList(list.Item, AllowsNull: false)
            )
            : call[0];
    }

    private static BoundExpression? BindAdd(FunctionCall call)
    {
        var (list, value) = ListItems.Join(call, 0, 1);
        if (list is null)
        {
            return null;
        }

        return FunctionCall.Invoke("ListFunctions.Add", ListItems.With(list, value!), isNullable: false, list, value!);
    }

    // Where the index lies behind the end, the places up to it are null.
    private static BoundExpression? BindInsert(FunctionCall call)
    {
        var (list, value) = ListItems.Join(call, 0, 2);
        if (list is null)
        {
            return null;
        }

        call.Scope.MayFail = true;
        var type = new BoundList(((BoundList)list.Type).Item, AllowsNull: true);
        return FunctionCall.Invoke(
            type.Item.IsValueType && list.Type is BoundList { AllowsNull: false }
                ? "ListFunctions.InsertValueAt"
                : "ListFunctions.InsertAt",
            type,
            isNullable: false,
            list,
            call[1],
            value!
        );
    }

    private static BoundExpression? BindConcat(FunctionCall call)
    {
        var (left, right) = (call.ListOf(0), call.ListOf(1));
        var (one, other) = (call[0], call[1]);
        if (left.Item != right.Item && ValueTypes.IsText(left.Item) && ValueTypes.IsText(right.Item))
        {
            (one, other) = (ListItems.AsTexts(one, call), ListItems.AsTexts(other, call));
        }

        var (first, second) = ((BoundList)one.Type, (BoundList)other.Type);
        if (first.Item != second.Item || (first.Item.IsValueType && first.AllowsNull != second.AllowsNull))
        {
            return call.ReportWrongType(1, ListItems.Describe(left), right);
        }

        var type = new BoundList(first.Item, first.AllowsNull || second.AllowsNull);
        return FunctionCall.Invoke("ListFunctions.Concat", type, isNullable: false, one, other);
    }

    private static BoundExpression? BindContains(FunctionCall call)
    {
        if (!ListItems.IsComparable(call, 0))
        {
            return null;
        }

        var (list, value) = ListItems.Join(call, 0, 1);
        return list is null ? null : FunctionCall.Invoke("ListFunctions.Contains", ValueTypes.Boolean, isNullable: false, list, value!);
    }

    private static BoundExpression? BindUniq(FunctionCall call)
    {
        if (!ListItems.IsComparable(call, 0))
        {
            return null;
        }

        var list = ListItems.AsPlain(call[0], call);
        return FunctionCall.Invoke("ListFunctions.Uniq", list.Type, isNullable: false, list);
    }
}
