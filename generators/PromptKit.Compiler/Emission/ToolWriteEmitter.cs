using PromptKit.Compiler.Binding.Model;

namespace PromptKit.Compiler.Emission;

/// <summary>Writes the method that writes a user's type.</summary>
internal static class ToolWriteEmitter
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
        using (
            writer.Block(
                $"private static void Write{type.Name}({Names.Utf8JsonWriter} writer, {type.Code} value) => writer.WriteStringValue(value switch",
                ");"
            )
        )
        {
            foreach (var value in type.Values)
            {
                writer.Line($"{type.Code}.{value.Member} => {CSharpText.Literal(value.Json)},");
            }

            writer.Line("_ => value.ToString(),");
        }
    }

    private static void EmitObject(CodeWriter writer, ToolObject type)
    {
        using (
            writer.Block(
                $"private static void Write{type.Name}({Names.Utf8JsonWriter} writer, {type.Code}{(type.IsValueType ? "" : "?")} value)"
            )
        )
        {
            if (!type.IsValueType)
            {
                writer.Line("if (value is null)\n{\n    writer.WriteNullValue();\n    return;\n}").Line();
            }

            writer.Line("writer.WriteStartObject();");
            foreach (var member in type.Members)
            {
                EmitMember(writer, member);
            }

            writer.Line("writer.WriteEndObject();");
        }
    }

    private static void EmitMember(CodeWriter writer, ToolMember member)
    {
        var name = $"writer.WritePropertyName({CSharpText.Literal(member.JsonName)});";
        var value = $"value.{member.Property}";
        if (!member.SkipsNull)
        {
            writer.Line(name).Line(ToolTypeCode.Write(member.Type, value) + ";");
            return;
        }

        using (writer.Block($"if ({value} is not null)"))
        {
            writer.Line(name).Line(ToolTypeCode.Write(member.Type, value) + ";");
        }
    }
}
