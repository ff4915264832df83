using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Schema.Model;
using Takes = PromptKit.Compiler.Binding.Functions.FunctionParameter;

namespace PromptKit.Compiler.Binding.Functions;

/// <summary><c>object.*</c> and <c>json</c>.</summary>
internal static class ObjectTable
{
    public static IReadOnlyList<TemplateFunction> All { get; } =
    [
        TemplateFunction.Special("json", BindJson, Takes.Value("value").OrNull(), Takes.Integer("indent").Or(null)),
        TemplateFunction.Special("object.default", BindDefault, Takes.Value("value").OrNull(), Takes.Value("default").OrNull()),
        TemplateFunction.Failing(
            "object.format",
            ValueTypes.Text,
            "NumberFunctions.Format",
            Takes.Numeric("value"),
            Takes.Text("format"),
            Takes.Text("culture").Or(null)
        ),
        TemplateFunction.Special(
            "object.has_key",
            call => BindOfMap(call, "HasKey", ValueTypes.Boolean),
            Takes.Value("value"),
            Takes.Text("key")
        ),
        TemplateFunction.Special(
            "object.has_value",
            call => BindOfMap(call, "HasValue", ValueTypes.Boolean),
            Takes.Value("value"),
            Takes.Text("key")
        ),
        TemplateFunction.Special(
            "object.keys",
            call => BindOfMap(call, "Keys", new BoundList(ValueTypes.Text, AllowsNull: false)),
            Takes.Value("value")
        ),
        TemplateFunction.Special("object.size", BindSize, Takes.Value("value")),
        TemplateFunction.Special("object.typeof", BindTypeof, Takes.Value("value").OrNull()),
        TemplateFunction.Special("object.values", BindValues, Takes.Value("value")),
    ];

    private static BoundExpression? BindJson(FunctionCall call)
    {
        var type = call[0].Type;
        if (!HasJson(type))
        {
            return call.ReportWrongType(
                0,
                "a value of the input, or a list of such,",
                type,
                "Pass it as an input, declared in the schema."
            );
        }

        return type is BoundNull ? ConstantFolding.Literal("null")
            : type is BoundList { Item: BoundNull } ? ConstantFolding.Literal("[]")
            : new JsonExpression(call[0], call.IsGiven(1) ? call[1] : null, ValueTypes.Text);
    }

    private static bool HasJson(BoundType type) =>
        type switch
        {
            BoundList list => list.Item is BoundNull || HasJson(list.Item),
            BoundMap map => HasJson(map.Value),
            BoundShape shape => shape.Members.All(member => HasJson(member.Type)),
            BoundEntry entry => HasJson(entry.Map.Value),
            _ => type is not (BoundMoment or BoundDuration or BoundScalar { Kind: ScalarKind.Unknown }),
        };

    // The empty string counts as missing too.
    private static BoundExpression? BindDefault(FunctionCall call)
    {
        var (value, other) = (call[0], call[1]);
        if (value.Type is BoundNull)
        {
            return other;
        }

        if (ValueTypes.IsText(value.Type) && (ValueTypes.IsText(other.Type) || other.Type is BoundNull))
        {
            return FunctionCall.Invoke(
                other.IsNullable ? "TextFunctions.DefaultOrNull" : "TextFunctions.Default",
                ValueTypes.Text,
                other.IsNullable,
                ExpressionBinder.ToText(value),
                ExpressionBinder.ToText(other)
            );
        }

        return ValueTypes.IsText(value.Type)
            ? call.ReportWrongType(1, "a text, as its first argument is,", other.Type)
            : call.Coalesce(0, 1);
    }

    private static BoundExpression? BindOfMap(FunctionCall call, string method, BoundType result) =>
        call[0].Type is BoundMap ? call.Invoke("MapFunctions." + method, result) : RefuseNoMap(call);

    private static BoundExpression? BindValues(FunctionCall call) =>
        call[0].Type is BoundMap map ? BindOfMap(call, "Values", new BoundList(map.Value, map.AllowsNull)) : RefuseNoMap(call);

    // What an object of the schema has is known when the prompt is built.
    private static BoundExpression? RefuseNoMap(FunctionCall call)
    {
        var remedy = call[0].Type is BoundDeclaredType { IsEnum: false }
            ? "An object's members are those of the schema: name them, '?.' and all."
            : "";
        return call.ReportWrongType(0, "a map, declared as '(*): …',", call[0].Type, remedy);
    }

    private static BoundExpression? BindSize(FunctionCall call) =>
        call[0].Type switch
        {
            BoundList => new SizeExpression(call[0], ValueTypes.Integer, IsNullable: false),
            BoundMap => call.Invoke("MapFunctions.Size", ValueTypes.Integer),
            _ when ValueTypes.IsText(call[0].Type) => new SizeExpression(
                ExpressionBinder.ToText(call[0]),
                ValueTypes.Integer,
                IsNullable: false
            ),
            _ => call.ReportWrongType(0, "a text, a list or a map", call[0].Type),
        };

    private static BoundExpression? BindTypeof(FunctionCall call)
    {
        var value = call[0];
        var name = value.Type switch
        {
            BoundNull => null,
            BoundMap or BoundShape or BoundDeclaredType { IsEnum: false } or BoundMoment or BoundDuration => "object",
            BoundList when value is MemberExpression or ListExpression or PresentExpression { Operand: MemberExpression } => "array",
            BoundList when value is RangeExpression => "iterator",
            _ when ValueTypes.IsNumeric(value.Type) => "number",
            _ when value.Type == ValueTypes.Boolean => "boolean",
            _ when ValueTypes.IsText(value.Type) => "string",
            _ => "",
        };
        if (name is { Length: 0 })
        {
            return call.ReportWrongType(0, "a value whose type the schema says", value.Type);
        }

        return name is null ? ConstantFolding.Literal(value: null)
            : value.IsNullable
                ? new ChosenExpression(
                    new IsPresentExpression(value, ValueTypes.Boolean),
                    ConstantFolding.Literal(name),
                    ConstantFolding.Literal(value: null),
                    ValueTypes.Text,
                    IsNullable: true
                )
            : KnownResult.Of(ConstantFolding.Literal(name), value);
    }
}
