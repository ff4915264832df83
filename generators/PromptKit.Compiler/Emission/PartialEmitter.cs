using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Schema.Model;

namespace PromptKit.Compiler.Emission;

/// <summary>Writes the records that stand for those that are still being written: every member is nullable.</summary>
internal static class PartialEmitter
{
    public static void Emit(CodeWriter writer, BoundRecord record, EmissionContext context)
    {
        var name = record.Name + BoundDeclaredType.PartialSuffix;
        EmitHeader(writer, record.Type);
        var baseType = record.Case is { } unionCase ? " : " + unionCase.Union.PartialCode : "";
        using (writer.Block($"{context.Accessibility} sealed partial record {name}{baseType}"))
        {
            foreach (var member in record.Members)
            {
                EmitMember(writer, member);
                writer.Line();
            }

            var hiding = record.Case is null ? "" : "new ";
            writer
                .Line($"internal static {hiding}{record.Type.PartialCode}? ReadPartial({Names.PartialValue} json) => json.Record(Make);")
                .Line();
            using (writer.Block($"private static {record.Type.PartialCode} Make({Names.PartialValue} json) => new()", ";"))
            {
                for (var index = 0; index < record.Members.Count; index++)
                {
                    EmitReading(writer, record, index);
                }
            }
        }
    }

    public static void Emit(CodeWriter writer, BoundUnion union, EmissionContext context)
    {
        var name = union.Name + BoundDeclaredType.PartialSuffix;
        EmitHeader(writer, union.Type);
        using (writer.Block($"{context.Accessibility} abstract partial record {name}"))
        {
            using (writer.Block($"private protected {name}()")) { }
            writer.Line();
            var discriminator = CSharpText.Literal(union.Discriminator);
            var which = $"json.Case({discriminator}, {union.Type.Converter}.{Names.OutputCasesField})";
            using (writer.Block($"internal static {union.Type.PartialCode}? ReadPartial({Names.PartialValue} json) => {which} switch", ";"))
            {
                for (var index = 0; index < union.Cases.Count; index++)
                {
                    writer.Line($"{index} => {union.Cases[index].Type.PartialCode}.ReadPartial(json),");
                }

                writer.Line("_ => null,");
            }
        }
    }

    private static void EmitHeader(CodeWriter writer, BoundDeclaredType type)
    {
        writer.Line();
        var whole = $"<see cref=\"{type.Code}\"/>";
        writer.Element("summary", $"What there is of a {whole} while it is being written: what was not received yet is null.");
        writer.Line(Names.GeneratedCode);
    }

    private static void EmitMember(CodeWriter writer, BoundMember member)
    {
        var type = PartialCode.NullableTypeOf(member.Type);
        if (!IsText(member))
        {
            writer.Summary(Description(member)).Line($"public {type} {member.Property} {{ get; init; }}");
            return;
        }

        // Made a string when somebody asks for it: a piece of a long text costs no more than one of a short text.
        writer.Line($"private {Names.PartialText} {Field(member)};").Line();
        writer.Summary(Description(member));
        using (writer.Block($"public {type} {member.Property}"))
        {
            writer.Line($"get => {Field(member)}.Value;").Line($"init => {Field(member)} = new {Names.PartialText}(value);");
        }
    }

    private static void EmitReading(CodeWriter writer, BoundRecord record, int index)
    {
        var member = record.Members[index];
        var json = $"json.Member({record.Type.Converter}.{Names.OutputMembersField}, {index})";
        writer.Line(IsText(member) ? $"{Field(member)} = {json}.Text()," : $"{member.Property} = {PartialCode.Read(member.Type, json)},");
    }

    private static bool IsText(BoundMember member) => member.Type is BoundScalar { Kind: ScalarKind.String };

    private static string Field(BoundMember member) => "_" + char.ToLowerInvariant(member.Property[0]) + member.Property.Substring(1);

    private static string Description(BoundMember member) => member.Description ?? $"The member {member.JsonName}.";
}
