using PromptKit.Compiler.Binding.Model;

namespace PromptKit.Compiler.Emission;

/// <summary>Writes the method that reads a user's type.</summary>
internal static class ToolReadEmitter
{
    public static void Emit(CodeWriter writer, ToolDeclaration type)
    {
        switch (type)
        {
            case ToolEnum choice:
                EmitEnum(writer, choice);
                break;
            case ToolObject members:
                EmitObject(writer, members);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(type));
        }
    }

    private static void EmitEnum(CodeWriter writer, ToolEnum type)
    {
        using (writer.Block($"private static {type.Code} Read{type.Name}({Names.JsonInput} json) => json.ReadChoice() switch", ";"))
        {
            foreach (var value in type.Values)
            {
                writer.Line($"{CSharpText.Literal(value.Json)} => {type.Code}.{value.Member},");
            }

            var choices = string.Join(", ", type.Values.Select(value => CSharpText.Literal(value.Json)));
            writer.Line($"_ => json.FailChoice<{type.Code}>([{choices}]),");
        }
    }

    private static void EmitObject(CodeWriter writer, ToolObject type)
    {
        using (writer.Block($"private static {type.Code} Read{type.Name}({Names.JsonInput} json)"))
        {
            var names = string.Join(", ", type.Members.Select(member => CSharpText.Literal(member.JsonName)));
            writer.Line($"json.CheckMembers([{names}], isOpen: false);");
            foreach (var member in type.Members)
            {
                var fallback = member.IsRequired ? null : member.Default?.Code ?? "default!";
                writer.Line(ToolTypeCode.ReadMember(member.Type, member.JsonName, fallback, member.Local, member.JsonLocal));
            }

            // Constructors and setters of the user's never see what did not fit.
            writer.Line("if (json.HasMismatches)\n{\n    return default!;\n}").Line();
            EmitConstruction(writer, type);
        }
    }

    private static void EmitConstruction(CodeWriter writer, ToolObject type)
    {
        var arguments = string.Join(", ", Of(type, ToolMemberPlace.Constructor).Select(member => member.Local));
        var initialisers = Of(type, ToolMemberPlace.Initialiser).Select(member => $"{member.Property} = {member.Local}").ToList();
        var initialiser = initialisers.Count == 0 ? "" : $" {{ {string.Join(", ", initialisers)} }}";
        var creation = $"new {type.Code}({arguments}){initialiser}";
        var setters = Of(type, ToolMemberPlace.Setter).ToList();
        if (setters.Count == 0)
        {
            writer.Line($"return {creation};");
            return;
        }

        writer.Line($"var read = {creation};");
        foreach (var member in setters)
        {
            using (writer.Block($"if (json.Has({CSharpText.Literal(member.JsonName)}))"))
            {
                writer.Line($"read.{member.Property} = {member.Local};");
            }
        }

        writer.Line("return read;");
    }

    private static IEnumerable<ToolMember> Of(ToolObject type, ToolMemberPlace place) =>
        type.Members.Where(member => member.Place == place);
}
