using PromptKit.Compiler.Binding.Model;

namespace PromptKit.Compiler.Emission;

/// <summary>Writes a closed hierarchy of records: the base, its cases, and the converter that tells them apart.</summary>
internal static class UnionEmitter
{
    public static void Emit(CodeWriter writer, BoundUnion union, EmissionContext context)
    {
        var cases = string.Join(", ", union.Cases.Select(record => $"<see cref=\"{record.Type.Code}\"/>"));
        var summary = union.Description is { } description ? CSharpText.Documentation(description) : $"One of {cases}.";
        writer.Element("summary", summary).Line(Names.GeneratedCode);
        writer.Line($"[{Names.JsonConverter}(typeof({union.Type.Converter}))]");
        using (writer.Block($"{context.Accessibility} abstract partial record {union.Name}"))
        {
            using (writer.Block($"private protected {union.Name}()")) { }
            writer.Line();
            RecordEmitter.EmitTypeInfo(writer, union.Type, union.Name, isHiding: false);
        }

        writer.Line();
        EmitConverter(writer, union, context);
        if (context.IsOutput)
        {
            PartialEmitter.Emit(writer, union, context);
        }

        foreach (var record in union.Cases)
        {
            writer.Line();
            RecordEmitter.Emit(writer, record, context);
        }
    }

    private static void EmitConverter(CodeWriter writer, BoundUnion union, EmissionContext context)
    {
        var code = union.Type.Code;
        using (ConverterEmitter.Open(writer, union.Type, union.Name))
        {
            var discriminator = CSharpText.Literal(union.Discriminator);
            using (
                writer.Block($"internal static {code} Read({Names.JsonInput} json) => json.ReadDiscriminator({discriminator}) switch", ";")
            )
            {
                foreach (var record in union.Cases)
                {
                    writer.Line($"{CSharpText.Literal(record.Case!.Value)} => {record.Type.Converter}.Read(json),");
                }

                var choices = string.Join(", ", union.Cases.Select(record => CSharpText.Literal(record.Case!.Value)));
                writer.Line($"_ => json.FailDiscriminator<{code}>({discriminator}, [{choices}]),");
            }

            writer.Line();
            using (writer.Block($"internal static void Write({Names.Utf8JsonWriter} writer, {code} value)"))
            {
                using (writer.Block("switch (value)"))
                {
                    foreach (var record in union.Cases)
                    {
                        writer.Line($"case {record.Type.Code} {Local(record)}:");
                        writer.Line($"    {record.Type.Converter}.Write(writer, {Local(record)});").Line("    break;");
                    }

                    writer.Line("default:").Line("    throw new global::System.ArgumentOutOfRangeException(nameof(value));");
                }
            }

            if (context.IsOutput)
            {
                writer.Line();
                EmitReadOutput(writer, union);
            }

            ConverterEmitter.EmitOverrides(writer, code);
        }
    }

    private static void EmitReadOutput(CodeWriter writer, BoundUnion union)
    {
        var values = string.Join(", ", union.Cases.Select(record => CSharpText.Literal(record.Case!.Value)));
        writer.Line($"internal static readonly {Names.OutputChoices} {Names.OutputCasesField} = new([{values}]);").Line();
        var read = $"json.ReadCase({CSharpText.Literal(union.Discriminator)}, {Names.OutputCasesField})";
        using (writer.Block($"internal static {union.Type.Code} ReadOutput(ref {Names.OutputReader} json) => {read} switch", ";"))
        {
            for (var index = 0; index < union.Cases.Count; index++)
            {
                writer.Line($"{index} => {union.Cases[index].Type.Converter}.ReadOutput(ref json),");
            }

            writer.Line("_ => null!,");
        }
    }

    private static string Local(BoundRecord record) => "value" + record.Name;
}
