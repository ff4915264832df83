using PromptKit.Compiler.Binding.Model;

namespace PromptKit.Compiler.Emission;

/// <summary>Writes what all JSON converters have in common.</summary>
internal static class ConverterEmitter
{
    public static CodeWriter.Scope Open(CodeWriter writer, BoundDeclaredType type, string name)
    {
        writer.Line(Names.GeneratedCode).Line(Names.Hidden);
        return writer.Block($"internal sealed class {name}JsonConverter : {Names.JsonConverter}<{type.Code}>");
    }

    public static void EmitOverrides(CodeWriter writer, string code)
    {
        writer.Line();
        writer.Line(
            $"public override {code} Read(ref {Names.Utf8JsonReader} reader, global::System.Type typeToConvert, {Names.JsonSerializerOptions} options) =>"
        );
        writer.Line($"    {Names.JsonInput}.Read(ref reader, Read);").Line();
        writer.Line($"public override void Write({Names.Utf8JsonWriter} writer, {code} value, {Names.JsonSerializerOptions} options) =>");
        writer.Line("    Write(writer, value);");
    }
}
