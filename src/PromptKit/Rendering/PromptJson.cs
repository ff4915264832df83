using System.ComponentModel;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace PromptKit.Rendering;

/// <summary>Reads the JSON constants of prompts. For generated code: its shape may change with any version.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PromptJson
{
    /// <summary>Reads provider settings (<c>config: { additional: … }</c>).</summary>
    /// <param name="json">A JSON object.</param>
    /// <returns>Strings, booleans, <see cref="long"/>s and <see cref="double"/>s as themselves, lists and maps as <see cref="JsonElement"/>s.</returns>
    public static AdditionalPropertiesDictionary ToProperties(string json)
    {
        var properties = new AdditionalPropertiesDictionary();
        foreach (var member in JsonElement.Parse(json).EnumerateObject())
        {
            properties[member.Name] = member.Value.ValueKind switch
            {
                JsonValueKind.String => member.Value.GetString(),
                JsonValueKind.True => true,
                JsonValueKind.False => false,
                JsonValueKind.Null => null,
                JsonValueKind.Number => member.Value.TryGetInt64(out var integer) ? integer : member.Value.GetDouble(),
                _ => member.Value,
            };
        }

        return properties;
    }
}
