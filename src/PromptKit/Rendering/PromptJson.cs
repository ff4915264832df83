using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.AI;

namespace PromptKit.Rendering;

/// <summary>What generated types need of System.Text.Json. For generated code: its shape may change with any version.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PromptJson
{
    private static readonly JsonSerializerOptions Options = new() { TypeInfoResolver = JsonTypeInfoResolver.Combine() };

    /// <summary>The type information of a generated type.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="converter">Its generated converter.</param>
    /// <param name="options">The options it belongs to; null for some of its own.</param>
    /// <returns>Type information that needs no reflection.</returns>
    public static JsonTypeInfo<T> TypeInfo<T>(JsonConverter<T> converter, JsonSerializerOptions? options = null) =>
        JsonMetadataServices.CreateValueInfo<T>(options ?? Options, converter);

    /// <summary>Makes a resolver of a function.</summary>
    /// <param name="resolve">Gives the type information of a type; null when it does not know it.</param>
    /// <returns>The resolver.</returns>
    public static IJsonTypeInfoResolver Resolver(Func<Type, JsonSerializerOptions, JsonTypeInfo?> resolve) => new FunctionResolver(resolve);

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

    private sealed class FunctionResolver(Func<Type, JsonSerializerOptions, JsonTypeInfo?> resolve) : IJsonTypeInfoResolver
    {
        public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options) => resolve(type, options);
    }
}
