using System.ComponentModel;
using System.Text.Json;

namespace PromptKit.Rendering;

/// <summary>
/// A JSON value that is read strictly, with its path: what does not fit is noted and reading goes on, so that all of it can be listed.
/// For generated code: its shape may change with any version.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly partial struct JsonInput
{
    private readonly JsonElement _element;
    private readonly JsonPath _path;
    private readonly List<JsonMismatch> _mismatches;

    private JsonInput(JsonElement element, JsonPath path, List<JsonMismatch> mismatches)
    {
        _element = element;
        _path = path;
        _mismatches = mismatches;
    }

    /// <summary>Whether the value is null.</summary>
    public bool IsNull => _element.ValueKind == JsonValueKind.Null;

    // Stands for a required member that is missing: noted already.
    private bool IsMissing => _element.ValueKind == JsonValueKind.Undefined;

    /// <summary>Reads a whole value.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="json">The value.</param>
    /// <param name="read">Reads it.</param>
    /// <param name="mismatches">What does not fit; empty when all does.</param>
    /// <returns>The value; of no use when there are mismatches.</returns>
    public static T Read<T>(JsonElement json, Func<JsonInput, T> read, out IReadOnlyList<JsonMismatch> mismatches)
    {
        ArgumentNullException.ThrowIfNull(read);
        var found = new List<JsonMismatch>();
        var value = read(new JsonInput(json, JsonPath.Root, found));
        mismatches = found;
        return value;
    }

    /// <summary>Reads a value for a converter.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="reader">Where it stands.</param>
    /// <param name="read">Reads it.</param>
    /// <returns>The value.</returns>
    /// <exception cref="JsonException">It does not fit; the message lists every mismatch.</exception>
    public static T Read<T>(ref Utf8JsonReader reader, Func<JsonInput, T> read)
    {
        var value = Read(JsonElement.ParseValue(ref reader), read, out var mismatches);
        return mismatches.Count == 0 ? value : throw new JsonException(JsonMismatch.Describe(mismatches));
    }

    /// <summary>Reads a constant that is known to fit.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="json">The JSON text.</param>
    /// <param name="read">Reads it.</param>
    /// <returns>The value.</returns>
    public static T Constant<T>(string json, Func<JsonInput, T> read) => Read(JsonElement.Parse(json), read, out _);

    private T Fail<T>(string reason)
    {
        if (!IsMissing)
        {
            _mismatches.Add(new JsonMismatch(_path.ToString(), reason));
        }

        return default!;
    }

    private T FailType<T>(string expected) => IsMissing ? default! : Fail<T>($"must be {expected}, but is {Describe(_element)}");

    private static string Describe(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => "an object",
            JsonValueKind.Array => "a list",
            JsonValueKind.String => "a string",
            JsonValueKind.Number => $"the number {element.GetRawText()}",
            JsonValueKind.Null => "null",
            _ => $"{element.GetRawText()}",
        };
}
