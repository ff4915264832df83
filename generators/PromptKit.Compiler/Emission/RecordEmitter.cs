using PromptKit.Compiler.Binding.Model;

namespace PromptKit.Compiler.Emission;

/// <summary>Writes a record and its JSON converter.</summary>
internal static class RecordEmitter
{
    public static void Emit(CodeWriter writer, BoundRecord record, EmissionContext context)
    {
        var summary = record.Description is { } description ? CSharpText.Documentation(description) : $"A value of {context.Subject}.";
        writer.Element("summary", summary).Line(Names.GeneratedCode);
        writer.Line($"[{Names.JsonConverter}(typeof({record.Type.Converter}))]");
        var baseType = record.Case is { } unionCase ? " : " + unionCase.Union.Code : "";
        using (writer.Block($"{context.Accessibility} sealed partial record {record.Name}{baseType}"))
        {
            foreach (var member in MembersOf(record))
            {
                MemberEmitter.Emit(writer, member, context);
                writer.Line();
            }

            EmitTypeInfo(writer, record.Type, record.Name, isHiding: record.Case is not null);
            EqualityEmitter.Emit(writer, record);
        }

        writer.Line();
        RecordConverterEmitter.Emit(writer, record, context);
        if (context.IsOutput)
        {
            PartialEmitter.Emit(writer, record, context);
        }
    }

    public static void EmitTypeInfo(CodeWriter writer, BoundDeclaredType type, string name, bool isHiding)
    {
        writer.Summary($"Reads and writes {name} as JSON, without reflection.");
        var modifier = isHiding ? "new " : "";
        writer.Line($"public static {modifier}{Names.JsonTypeInfo}<{type.Code}> JsonTypeInfo {{ get; }} =");
        writer.Line($"    {Names.PromptJson}.TypeInfo(new {type.Converter}());");
    }

    /// <summary>The members, and the one that holds what the schema does not name.</summary>
    public static IEnumerable<BoundMember> MembersOf(BoundRecord record) =>
        record.Extra is { } extra ? record.Members.Append(extra) : record.Members;
}
