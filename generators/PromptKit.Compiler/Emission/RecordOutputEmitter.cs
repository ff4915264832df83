using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Schema.Model;

namespace PromptKit.Compiler.Emission;

/// <summary>Writes how a record is read out of a model's answer.</summary>
internal static class RecordOutputEmitter
{
    public static void Emit(CodeWriter writer, BoundRecord record)
    {
        EmitMembers(writer, record);
        writer.Line();
        var code = record.Type.Code;
        using (writer.Block($"internal static {code} ReadOutput(ref {Names.OutputReader} json)"))
        {
            writer.Line($"var cursor = json.BeginObject({Names.OutputMembersField});");
            foreach (var member in RecordEmitter.MembersOf(record))
            {
                writer.Line($"{member.TypeCode} {Local(member)} = {Initial(member)};");
            }

            using (writer.Block("while (json.NextMember(ref cursor))"))
            {
                EmitSwitch(writer, record);
            }

            using (writer.Block($"return new {code}", ";"))
            {
                foreach (var member in RecordEmitter.MembersOf(record))
                {
                    writer.Line($"{member.Property} = {Local(member)},");
                }
            }
        }
    }

    private static void EmitMembers(CodeWriter writer, BoundRecord record)
    {
        var arguments = new List<string>
        {
            List(record.Members),
            List(record.Members.Where(member => member.IsRequired && !member.IsNullable && !IsUnknown(member))),
        };
        if (record.Members.Any(IsExpected))
        {
            arguments.Add($"expected: {List(record.Members.Where(IsExpected))}");
        }

        if (record.Case is { } unionCase)
        {
            arguments.Add($"ignored: [{CSharpText.Literal(unionCase.Discriminator)}]");
        }

        if (!record.IsClosed)
        {
            arguments.Add("isOpen: true");
        }

        if (record.Extra is not null)
        {
            arguments.Add("keepsOthers: true");
        }

        writer.Line($"internal static readonly {Names.OutputMembers} {Names.OutputMembersField} = new({string.Join(", ", arguments)});");
    }

    private static void EmitSwitch(CodeWriter writer, BoundRecord record)
    {
        using (writer.Block("switch (cursor.Index)"))
        {
            for (var index = 0; index < record.Members.Count; index++)
            {
                var member = record.Members[index];
                writer.Line($"case {index}:").Line($"    {Local(member)} = {ReadMember(member)};").Line("    break;");
            }

            if (record.Extra is { Type: BoundMap map } extra)
            {
                var read = map.AllowsNull ? OutputCode.ReadOr(map.Value, $"default({map.Value.NullableCode})") : OutputCode.Read(map.Value);
                writer.Line("default:").Line($"    {Local(extra)} = {Names.OutputReader}.Keep({Local(extra)}, cursor.Name, {read});");
                writer.Line("    break;");
            }
            else if (record.Members.Count == 0)
            {
                writer.Line("default:").Line("    json.Skip();").Line("    break;");
            }
        }
    }

    private static string ReadMember(BoundMember member) =>
        member is { IsNullable: false, Default: null } || IsUnknown(member)
            ? OutputCode.Read(member.Type)
            : OutputCode.ReadOr(member.Type, member.Default is null ? $"default({member.TypeCode})" : Initial(member));

    private static string Initial(BoundMember member) =>
        member.Default is { } constant ? ConstantCode.Write(constant)
        : member.JsonName.Length == 0 ? $"{Names.ContentEquality}.EmptyMap<{((BoundMap)member.Type).ValueCode}>()"
        : member.IsNullable ? "null"
        : "default!";

    private static bool IsExpected(BoundMember member) => member is { IsRequired: true, IsNullable: true };

    private static bool IsUnknown(BoundMember member) => member.Type is BoundScalar { Kind: ScalarKind.Unknown };

    private static string List(IEnumerable<BoundMember> members) =>
        $"[{string.Join(", ", members.Select(member => CSharpText.Literal(member.JsonName)))}]";

    private static string Local(BoundMember member) => "value" + member.Property;
}
