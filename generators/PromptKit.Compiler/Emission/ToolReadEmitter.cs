using System.Globalization;
using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Emission;

/// <summary>Writes the methods that read what a model gives: all arguments together, and the user's types in them.</summary>
internal static class ToolReadEmitter
{
    public static void EmitArguments(CodeWriter writer, EquatableArray<ToolParameter> parameters)
    {
        var given = parameters.Where(parameter => parameter.Supply == ToolSupply.Model).ToList();
        if (given.Count == 0)
        {
            return;
        }

        writer.Line();
        using (writer.Block("private struct Arguments"))
        {
            foreach (var parameter in given)
            {
                writer.Line($"public {parameter.Type!.FullCode} {parameter.Field};");
            }
        }

        var required = given.Where(parameter => parameter.Default is null).Select(parameter => parameter.Name);
        writer.Line();
        EmitMembers(writer, "s_arguments", given.Select(parameter => parameter.Name), required);
        writer.Line();
        using (writer.Block($"private static Arguments ReadArguments(ref {Names.OutputReader} json)"))
        {
            var defaults = given
                .Where(parameter => parameter.Default is { Code: not ("null" or "default!") })
                .Select(parameter => $"{parameter.Field} = {parameter.Default!.Code}")
                .ToList();
            writer.Line($"var arguments = new Arguments{(defaults.Count == 0 ? "()" : $" {{ {string.Join(", ", defaults)} }}")};");
            var reads = given.Select(parameter => Assign("arguments." + parameter.Field, parameter.Type!, parameter.Default?.Code));
            EmitLoop(writer, "s_arguments", reads);
            writer.Line("return arguments;");
        }
    }

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
        var (field, choices) = (FieldOf(type), type.Values.Select(value => CSharpText.Literal(value.Json)));
        writer.Line($"private static readonly {Names.OutputChoices} {field} = new([{string.Join(", ", choices)}]);").Line();
        using (
            writer.Block(
                $"private static {type.Code} Read{type.Name}(ref {Names.OutputReader} json) => json.ReadChoice({field}) switch",
                ";"
            )
        )
        {
            for (var i = 0; i < type.Values.Count; i++)
            {
                var place = i == type.Values.Count - 1 ? "_" : i.ToString(CultureInfo.InvariantCulture);
                writer.Line($"{place} => {type.Code}.{type.Values[i].Member},");
            }
        }
    }

    private static void EmitObject(CodeWriter writer, ToolObject type)
    {
        var required = type.Members.Where(member => member.IsRequired).Select(member => member.JsonName);
        EmitMembers(writer, FieldOf(type), type.Members.Select(member => member.JsonName), required);
        writer.Line();
        using (writer.Block($"private static {type.Code} Read{type.Name}(ref {Names.OutputReader} json)"))
        {
            foreach (var member in type.Members)
            {
                writer.Line($"{member.Type.FullCode} {member.Local} = {member.Default?.Code ?? "default!"};");
            }

            foreach (var member in Of(type, ToolMemberPlace.Setter))
            {
                writer.Line($"var {member.SeenLocal} = false;");
            }

            EmitLoop(writer, FieldOf(type), type.Members.Select(Assign));

            // Constructors and setters of the user's never see what did not fit.
            writer.Line("if (json.HasMismatches)\n{\n    return default!;\n}").Line();
            EmitConstruction(writer, type);
        }
    }

    private static void EmitMembers(CodeWriter writer, string field, IEnumerable<string> names, IEnumerable<string> required)
    {
        var (all, needed) = (names.Select(CSharpText.Literal), required.Select(CSharpText.Literal));
        writer.Line(
            $"private static readonly {Names.OutputMembers} {field} = new([{string.Join(", ", all)}], [{string.Join(", ", needed)}]);"
        );
    }

    private static void EmitLoop(CodeWriter writer, string field, IEnumerable<string> reads)
    {
        writer.Line($"var cursor = json.BeginObject({field});");
        using (writer.Block("while (json.NextMember(ref cursor))"))
        {
            using (writer.Block("switch (cursor.Index)"))
            {
                var index = 0;
                foreach (var read in reads)
                {
                    writer.Line($"case {(index++).ToString(CultureInfo.InvariantCulture)}:");
                    writer.Line("    " + read.Replace("\n", "\n    ")).Line("    break;");
                }
            }
        }

        writer.Line();
    }

    // What a setter sets keeps its own default when the model says nothing; or null, where null is no value of it.
    private static string Assign(ToolMember member)
    {
        var read = Assign(member.Local, member.Type, member.Default?.Code);
        return member switch
        {
            { Place: not ToolMemberPlace.Setter } => read,
            { IsRequired: false, Type.IsNullable: false } => $"{member.SeenLocal} = !{ToolTypeCode.IsNull(member.Type)};\n"
                + $"{member.Local} = {member.SeenLocal} ? {ToolTypeCode.Read(member.Type)} : default!;",
            _ => $"{member.SeenLocal} = true;\n{read}",
        };
    }

    // Null is a value where the type has it; else it means what nothing means.
    private static string Assign(string target, ToolType type, string? fallback) =>
        type.IsNullable ? $"{target} = {ToolTypeCode.IsNull(type)} ? null : {ToolTypeCode.Read(type)};"
        : fallback is null ? $"{target} = {ToolTypeCode.Read(type)};"
        : $"{target} = {ToolTypeCode.IsNull(type)} ? {fallback} : {ToolTypeCode.Read(type)};";

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
            using (writer.Block($"if ({member.SeenLocal})"))
            {
                writer.Line($"read.{member.Property} = {member.Local};");
            }

            writer.Line();
        }

        writer.Line("return read;");
    }

    private static IEnumerable<ToolMember> Of(ToolObject type, ToolMemberPlace place) =>
        type.Members.Where(member => member.Place == place);

    private static string FieldOf(ToolDeclaration type) =>
        $"s_{char.ToLowerInvariant(type.Name[0])}{type.Name.Substring(1)}{(type is ToolEnum ? "Choices" : "Members")}";
}
