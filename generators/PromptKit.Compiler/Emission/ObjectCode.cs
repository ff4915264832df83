using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Schema.Model;

namespace PromptKit.Compiler.Emission;

/// <summary>Writes expressions over values that hold others: objects, maps, and values of any type.</summary>
internal static class ObjectCode
{
    public static string Write(ObjectExpression literal)
    {
        var members = literal.Shape.Members;
        if (members.Count == 1)
        {
            return $"new {literal.Shape.Code}({ExpressionCode.Write(literal.Values[0])})";
        }

        var values = members.Select((member, index) => $"{member.Property}: {ExpressionCode.Write(literal.Values[index])}");
        return $"({string.Join(", ", values)})";
    }

    /// <summary>The text that Scriban prints for a value that holds others.</summary>
    public static string Text(BoundExpression value)
    {
        var code = ExpressionCode.Write(value);
        if (value.Type is BoundScalar)
        {
            return $"{Names.TemplateAny}.TextOf({code})";
        }

        if (value.Type is BoundList list && HasTextOfItsOwn(list))
        {
            return $"{Names.TemplateText}.Of({ExpressionCode.Argument(value)})";
        }

        var write = JsonCode.Writer(value.Type);
        return $"{Names.TemplateText}.Of<{value.Type.Code}>({code}, {write})";
    }

    private static bool HasTextOfItsOwn(BoundList list) =>
        list.Item is BoundCaptured or BoundCharacter or BoundScalar { Kind: ScalarKind.String }
        || (list.Item is BoundScalar { Kind: ScalarKind.Integer or ScalarKind.Number or ScalarKind.Boolean } && !list.AllowsNull);

    public static string Items(ItemsExpression items)
    {
        var code = ExpressionCode.Write(items.Operand);
        return items.Operand.Type switch
        {
            BoundMap map => $"{Names.TemplateValues}.Entries<{map.ValueCode}>({code})",
            BoundScalar { Kind: ScalarKind.Any } => $"{Names.TemplateAny}.Items({code})",
            _ => $"{Names.TemplateValues}.Characters({code})",
        };
    }

    public static string IsEmpty(IsEmptyExpression isEmpty)
    {
        var member = isEmpty.Operand.Type is BoundList or BoundMap ? "Count" : "Length";
        return $"{ExpressionCode.Operand(isEmpty.Operand)}.{member} == 0";
    }

    public static string Join(JoinedListExpression joined) =>
        $"({joined.Type.Code})[.. {ExpressionCode.Operand(joined.Left)}, .. {ExpressionCode.Operand(joined.Right)}]";
}
