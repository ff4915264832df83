using System.Text.Json;
using JsonText = PromptKit.Compiler.Text.JsonText;

namespace PromptKit.Conformance.Compiling;

/// <summary>JSON as a value of YAML, on one line.</summary>
internal static class YamlText
{
    public static string Flow(JsonNode? value) =>
        value switch
        {
            JsonObject map => $"{{ {string.Join(", ", map.Select(entry => $"{JsonText.Quote(entry.Key)}: {Flow(entry.Value)}"))} }}",
            JsonArray list => $"[{string.Join(", ", list.Select(Flow))}]",
            JsonValue scalar when scalar.GetValueKind() == JsonValueKind.String => JsonText.Quote((string)scalar!),
            _ => value?.ToJsonString() ?? "null",
        };
}
