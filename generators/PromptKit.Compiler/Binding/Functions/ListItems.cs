using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Schema.Model;

namespace PromptKit.Compiler.Binding.Functions;

/// <summary>The items of lists, where functions compare or join them.</summary>
internal static class ListItems
{
    /// <summary>A list and a value that can be an item of it, both of one type.</summary>
    /// <returns>Null for both when the value cannot; that is reported.</returns>
    public static (BoundExpression? List, BoundExpression? Value) Join(FunctionCall call, int listAt, int valueAt)
    {
        var (list, value) = (call[listAt], call[valueAt]);
        var type = call.ListOf(listAt);
        if (type.Item != value.Type && ValueTypes.IsText(type.Item) && ValueTypes.IsText(value.Type))
        {
            return (AsTexts(list, call), ExpressionBinder.ToText(value));
        }

        var isNullHere = value.Type is BoundNull || value.IsNullable;
        if ((value.Type == type.Item || value.Type is BoundNull) && (!isNullHere || !type.Item.IsValueType || type.AllowsNull))
        {
            return (AsPlain(list, call), AsPlain(value));
        }

        call.ReportWrongType(
            valueAt,
            isNullHere && value.Type == type.Item ? "a value that is never null" : $"an item of {Describe(type)}",
            value.Type
        );
        return default;
    }

    /// <summary>The type of a list with one more item.</summary>
    public static BoundList With(BoundExpression list, BoundExpression value)
    {
        var type = (BoundList)list.Type;
        return new BoundList(type.Item, type.AllowsNull || value.IsNullable);
    }

    /// <summary>Reports a list of objects: to Scriban, two objects are never equal.</summary>
    public static bool IsComparable(FunctionCall call, int listAt)
    {
        var item = call.ListOf(listAt).Item;
        if (ValueTypes.HasText(item))
        {
            return true;
        }

        call.ReportWrongType(listAt, "a list of texts, numbers or booleans", call.ListOf(listAt), "Map it to a member first: 'array.map'.");
        return false;
    }

    /// <summary>A list of the items' texts.</summary>
    public static BoundExpression AsTexts(BoundExpression list, FunctionCall call)
    {
        var type = (BoundList)list.Type;
        if (type.Item == ValueTypes.Text)
        {
            return list;
        }

        return FunctionCall.Invoke(
            "ListFunctions.Map",
            new BoundList(ValueTypes.Text, type.AllowsNull),
            isNullable: false,
            list,
            call.Lambda(type.Item, type.AllowsNull, item => ExpressionBinder.ToText(item))
        );
    }

    /// <summary>A list whose items are equal in C# where their JSON is: dates, for one, are their text.</summary>
    public static BoundExpression AsPlain(BoundExpression list, FunctionCall call) =>
        ValueTypes.IsText(((BoundList)list.Type).Item) ? AsTexts(list, call) : list;

    private static BoundExpression AsPlain(BoundExpression value) => ValueTypes.IsText(value.Type) ? ExpressionBinder.ToText(value) : value;

    public static string Describe(BoundList list) => $"a list whose items are {DescribeItem(list)}";

    private static string DescribeItem(BoundList list) =>
        list.Item is BoundList ? "lists"
        : list.Item == ValueTypes.Integer ? "integers"
        : list.Item == ValueTypes.Number ? "numbers"
        : list.Item == ValueTypes.Boolean ? "booleans"
        : list.Item is BoundDeclaredType { IsEnum: true } ? "enums"
        : ValueTypes.IsText(list.Item) ? "strings"
        : list.Item is BoundScalar { Kind: ScalarKind.Any } ? "of any type"
        : "objects";
}
