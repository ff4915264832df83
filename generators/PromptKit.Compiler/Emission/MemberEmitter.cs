using PromptKit.Compiler.Binding.Model;

namespace PromptKit.Compiler.Emission;

/// <summary>Writes a property of a record.</summary>
internal static class MemberEmitter
{
    public static void Emit(CodeWriter writer, BoundMember member, EmissionContext context)
    {
        if (member.Default is { } constant && !JsonCode.IsValueType(member.Type))
        {
            EmitWithFallback(writer, member, ConstantCode.Write(constant));
            return;
        }

        writer.Summary(Description(member));
        var required = member.IsRequired && !context.IsBroken ? "required " : "";
        writer.Line($"public {required}{member.TypeCode} {member.Property} {{ get; init; }}{Initialiser(member, required.Length > 0)}");
    }

    // Setting null gives the default: what has one is never null in a template.
    private static void EmitWithFallback(CodeWriter writer, BoundMember member, string value)
    {
        var field = "_" + char.ToLowerInvariant(member.Property[0]) + member.Property.Substring(1);
        writer.Line($"private readonly {member.TypeCode} {field} = {value};").Line();
        writer.Summary(Description(member));
        writer.Line("[global::System.Diagnostics.CodeAnalysis.AllowNull]");
        using (writer.Block($"public {member.TypeCode} {member.Property}"))
        {
            writer.Line($"get => {field};");
            writer.Line($"init => {field} = value ?? {value};");
        }
    }

    private static string Initialiser(BoundMember member, bool isRequired) =>
        member.Default is { } constant ? $" = {ConstantCode.Write(constant)};"
        : member.JsonName.Length == 0 ? $" = {Names.ContentEquality}.EmptyMap<{((BoundMap)member.Type).ValueCode}>();"
        : isRequired || member.IsNullable || JsonCode.IsValueType(member.Type) || member.Type.Code == "object?" ? ""
        : " = default!;";

    private static string Description(BoundMember member) => member.Description ?? $"The member {member.JsonName}.";
}
