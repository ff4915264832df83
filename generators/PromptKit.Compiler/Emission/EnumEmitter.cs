using PromptKit.Compiler.Binding.Model;

namespace PromptKit.Compiler.Emission;

/// <summary>Writes an enum and its JSON converter.</summary>
internal static class EnumEmitter
{
    public static void Emit(CodeWriter writer, BoundEnum type, EmissionContext context)
    {
        writer.Summary(type.Description ?? $"The values of {type.Name}.").Line(Names.GeneratedCode);
        writer.Line($"[{Names.JsonConverter}(typeof({type.Type.Converter}))]");
        using (writer.Block($"{context.Accessibility} enum {type.Name}"))
        {
            foreach (var value in type.Values)
            {
                writer.Summary(value.Description ?? (value.Json.Length > 0 ? value.Json : "The empty string.")).Line($"{value.Name},");
            }
        }

        writer.Line();
        EmitConverter(writer, type, context);
    }

    private static void EmitConverter(CodeWriter writer, BoundEnum type, EmissionContext context)
    {
        var code = type.Type.Code;
        using (ConverterEmitter.Open(writer, type.Type, type.Name))
        {
            using (writer.Block($"internal static {code} Read({Names.JsonInput} json) => json.ReadChoice() switch", ";"))
            {
                foreach (var value in type.Values)
                {
                    writer.Line($"{CSharpText.Literal(value.Json)} => {code}.{value.Name},");
                }

                var choices = string.Join(", ", type.Values.Select(value => CSharpText.Literal(value.Json)));
                writer.Line($"_ => json.FailChoice<{code}>([{choices}]),");
            }

            writer.Line();
            using (writer.Block($"internal static string? Text({code}? value) => value switch", ";"))
            {
                foreach (var value in type.Values)
                {
                    writer.Line($"{code}.{value.Name} => {CSharpText.Literal(value.Json)},");
                }

                writer.Line("null => null,");
                writer.Line("_ => throw new global::System.ArgumentOutOfRangeException(nameof(value), value, null),");
            }

            writer.Line();
            var write = type.Values[0].IsInteger ? "WriteRawValue" : "WriteStringValue";
            writer.Line($"internal static void Write({Names.Utf8JsonWriter} writer, {code} value) => writer.{write}(Text(value)!);");
            if (context.IsOutput)
            {
                writer.Line();
                EmitReadOutput(writer, type);
            }

            ConverterEmitter.EmitOverrides(writer, code);
        }
    }

    // The values are numbered in their order.
    private static void EmitReadOutput(CodeWriter writer, BoundEnum type)
    {
        var values = string.Join(", ", type.Values.Select(value => CSharpText.Literal(value.Json)));
        var descriptions = type.Values.Any(value => value.Description is not null)
            ? $", [{string.Join(", ", type.Values.Select(value => CSharpText.Literal(value.Description ?? "")))}]"
            : "";
        var integers = type.Values[0].IsInteger ? ", areIntegers: true" : "";
        var field = Names.OutputChoicesField;
        writer.Line($"private static readonly {Names.OutputChoices} {field} = new([{values}]{descriptions}{integers});").Line();
        writer.Line(
            $"internal static {type.Type.Code} ReadOutput(ref {Names.OutputReader} json) => ({type.Type.Code})json.ReadChoice({field});"
        );
    }
}
