using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Schema.Model;

namespace PromptKit.Compiler.Emission;

/// <summary>Writes the class that reads and writes a record as JSON.</summary>
internal static class RecordConverterEmitter
{
    public static void Emit(CodeWriter writer, BoundRecord record, EmissionContext context)
    {
        using (ConverterEmitter.Open(writer, record.Type, record.Name))
        {
            EmitRead(writer, record);
            writer.Line();
            EmitWrite(writer, record);
            if (context.IsOutput)
            {
                writer.Line();
                RecordOutputEmitter.Emit(writer, record);
            }

            ConverterEmitter.EmitOverrides(writer, record.Type.Code);
        }
    }

    private static void EmitRead(CodeWriter writer, BoundRecord record)
    {
        using (writer.Block($"internal static {record.Type.Code} Read({Names.JsonInput} json)"))
        {
            var members = record.Members.Select(member => member.JsonName);
            members = record.Case is { } unionCase ? members.Prepend(unionCase.Discriminator) : members;
            var known = string.Join(", ", members.Select(CSharpText.Literal));
            var isOpen = !record.IsClosed || record.Extra is not null ? "true" : "false";
            writer.Line($"json.CheckMembers([{known}], isOpen: {isOpen});");
            using (writer.Block($"return new {record.Type.Code}", ";"))
            {
                foreach (var member in record.Members)
                {
                    writer.Line($"{member.Property} = {ReadMember(member)},");
                }

                if (record.Extra is { Type: BoundMap map } extra)
                {
                    writer.Line($"{extra.Property} = json.ReadOthers([{known}], static item => {JsonCode.Read(map.Value, "item")}),");
                }
            }
        }
    }

    private static string ReadMember(BoundMember member)
    {
        var name = CSharpText.Literal(member.JsonName);
        if (member is { IsRequired: true, IsNullable: false })
        {
            return JsonCode.Read(member.Type, $"json.Required({name})");
        }

        var local = "member";
        var lookup = member.IsRequired ? "RequiredOrNull" : "Optional";
        var fallback =
            member.Default is { } constant ? ConstantCode.Write(constant)
            : member.IsNullable ? $"default({member.TypeCode})"
            : "default!";
        return $"json.{lookup}({name}) is {{ }} {local}{Suffix(member)} ? {JsonCode.Read(member.Type, local + Suffix(member))} : {fallback}";
    }

    // Pattern variables of one initialiser share a scope, so each has a name of its own.
    private static string Suffix(BoundMember member) => member.Property;

    private static void EmitWrite(CodeWriter writer, BoundRecord record)
    {
        using (writer.Block($"internal static void Write({Names.Utf8JsonWriter} writer, {record.Type.Code} value)"))
        {
            writer.Line("writer.WriteStartObject();");
            if (record.Case is { } unionCase)
            {
                writer.Line($"writer.WriteString({CSharpText.Literal(unionCase.Discriminator)}, {CSharpText.Literal(unionCase.Value)});");
            }

            foreach (var member in record.Members)
            {
                WriteMember(writer, member);
            }

            if (record.Extra is { Type: BoundMap map } extra)
            {
                using (writer.Block($"foreach (var (name, item) in value.{extra.Property})"))
                {
                    writer.Line("writer.WritePropertyName(name);").Line(JsonCode.Write(map.Value, "item") + ";");
                }
            }

            writer.Line("writer.WriteEndObject();");
        }
    }

    private static void WriteMember(CodeWriter writer, BoundMember member)
    {
        var name = CSharpText.Literal(member.JsonName);
        if (!member.IsNullable && member.Type is not BoundScalar { Kind: ScalarKind.Unknown })
        {
            writer.Line($"writer.WritePropertyName({name});").Line(JsonCode.Write(member.Type, "value." + member.Property) + ";");
            return;
        }

        var local = "present" + member.Property;
        using (writer.Block($"if (value.{member.Property} is {{ }} {local})"))
        {
            writer.Line($"writer.WritePropertyName({name});").Line(JsonCode.Write(member.Type, local) + ";");
        }

        if (member.IsRequired)
        {
            using (writer.Block("else"))
            {
                writer.Line($"writer.WriteNull({name});");
            }
        }
    }
}
