using PromptKit.Compiler.Binding.Model;

namespace PromptKit.Compiler.Emission;

/// <summary>Writes an input or output record.</summary>
internal static class RecordEmitter
{
    public static void Emit(CodeWriter writer, BoundRecord record, string summaryXml, bool isBroken)
    {
        writer.Element("summary", summaryXml).Line(Names.GeneratedCode);
        using (writer.Block($"public sealed partial record {record.Name}"))
        {
            var isFirst = true;
            foreach (var member in record.Members)
            {
                if (!isFirst)
                {
                    writer.Line();
                }

                isFirst = false;
                EmitMember(writer, member, isBroken);
            }
        }
    }

    // Nothing is required of the callers of a broken prompt: its own errors are enough.
    private static void EmitMember(CodeWriter writer, BoundMember member, bool isBroken)
    {
        var required = member.IsRequired && !isBroken ? "required " : "";
        var value = member.IsRequired && isBroken ? " = default!;" : "";
        writer.Summary(member.Description ?? $"The member {member.JsonName}.");
        writer.Line($"public {required}{member.TypeName} {member.PropertyName} {{ get; init; }}{value}");
    }
}
