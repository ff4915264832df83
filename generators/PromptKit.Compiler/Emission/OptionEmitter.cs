using System.Globalization;
using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Emission;

/// <summary>Writes the values of <c>ChatOptions</c>' properties.</summary>
internal static class OptionEmitter
{
    private const string ChatToolMode = "global::Microsoft.Extensions.AI.ChatToolMode";
    private const string RequiredToolMode = "global::Microsoft.Extensions.AI.ChatToolMode.RequireSpecific";

    public static string Value(object value) =>
        value switch
        {
            bool boolean => boolean ? "true" : "false",
            float number => number.ToString("R", CultureInfo.InvariantCulture) + "f",
            int integer => integer.ToString(CultureInfo.InvariantCulture),
            long integer => integer == long.MinValue ? "long.MinValue" : integer.ToString(CultureInfo.InvariantCulture) + "L",
            string text => CSharpText.Literal(text),
            EquatableArray<string> list => $"[{string.Join(", ", list.Select(CSharpText.Literal))}]",
            EnumValue choice => $"new {choice.OptionsType} {{ {choice.Property} = {choice.EnumType}.{choice.Member} }}",
            JsonValue json => $"{Names.PromptJson}.ToProperties({CSharpText.Literal(json.Json)})",
            ToolMode { Mode: "Required" } => $"{ChatToolMode}.RequireAny",
            ToolMode { Mode: { } mode } => $"{ChatToolMode}.{mode}",
            ToolMode mode => $"{RequiredToolMode}({CSharpText.Literal(mode.Tool)})",
            EquatableArray<ToolOutline> tools => $"[{string.Join(", ", tools.Select(tool => tool.Access))}]",
            ResponseFormat.OfSchema => "OutputFormat",
            ResponseFormat.AnyJson => "global::Microsoft.Extensions.AI.ChatResponseFormat.Json",
            _ => throw new ArgumentOutOfRangeException(nameof(value)),
        };
}
