using System.ComponentModel;
using System.Text;
using System.Text.Json;

namespace PromptKit.Outputs;

/// <summary>
/// Reads JSON that a model wrote, forward only: what does not fit is converted where that is possible and noted, else noted and passed
/// over, so that all of it can be listed. What is right costs nothing but the reading. For generated code: its shape may change with any
/// version.
/// </summary>
/// <remarks>Each method is called on the first token of a value and leaves the reader on the value's last token.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref partial struct OutputReader
{
    /// <summary>How deep objects and lists of a schema may be nested: generated code reads them by recursion.</summary>
    internal const int MaxTypedDepth = 128;

    /// <summary>How deep anything may be nested.</summary>
    internal const int MaxDepth = 1_000;

    private static readonly OutputMembers s_wrapper = new(["value"], ["value"]);

    private Utf8JsonReader _json;
    private List<OutputNote>? _notes;

    internal OutputReader(ReadOnlySpan<byte> utf8Json, List<OutputNote>? notes = null)
    {
        _json = new Utf8JsonReader(utf8Json, new JsonReaderOptions { MaxDepth = MaxDepth });
        _notes = notes;
    }

    internal readonly List<OutputNote>? Notes => _notes;

    /// <summary>How many mismatches there are.</summary>
    internal int Mismatches { get; private set; }

    /// <summary>How many members were recognised.</summary>
    internal int Matched { get; private set; }

    /// <summary>How many members were not.</summary>
    internal int Unknown { get; private set; }

    /// <summary>Reads all of the JSON.</summary>
    /// <param name="read">Reads the value.</param>
    /// <param name="isWrapped">Whether the value travels as <c>{"value": …}</c>.</param>
    /// <exception cref="JsonException">It is no JSON.</exception>
    /// <exception cref="InvalidOperationException">A text in it is no text: half of a surrogate pair.</exception>
    internal T ReadAll<T>(OutputRead<T> read, bool isWrapped)
    {
        _json.Read();
        var value = isWrapped ? ReadWrapped(read) : read(ref this);

        // Throws when something follows.
        _json.Read();
        return value;
    }

    private T ReadWrapped<T>(OutputRead<T> read)
    {
        if (_json.TokenType != JsonTokenType.StartObject || !IsWrapper())
        {
            Repaired(OutputRepairKind.Unwrapped, "stands alone and not in {\"value\": …}");
            return read(ref this);
        }

        var cursor = BeginObject(s_wrapper);
        var value = default(T);
        while (NextMember(ref cursor))
        {
            value = read(ref this);
        }

        return value!;
    }

    private readonly bool IsWrapper()
    {
        var ahead = _json;
        var depth = ahead.CurrentDepth;
        while (ahead.Read() && ahead.CurrentDepth > depth)
        {
            if (ahead.ValueTextEquals("value"u8) || Spelling.Simplify(ahead.GetString()) == "value")
            {
                return true;
            }

            ahead.Skip();
        }

        return false;
    }

    private void Repaired(OutputRepairKind kind, string what, string? member = null) =>
        (_notes ??= []).Add(new OutputNote(_json.TokenStartIndex, kind, what, member));

    private void RepairedAt(long offset, OutputRepairKind kind, string what) => (_notes ??= []).Add(new OutputNote(offset, kind, what));

    private void MismatchedAt(long offset, string reason, string? member = null)
    {
        Mismatches++;
        (_notes ??= []).Add(new OutputNote(offset, Kind: null, reason, member));
    }

    /// <summary>Notes what is wrong with the value, and passes over it.</summary>
    private T Mismatch<T>(string reason)
    {
        MismatchedAt(_json.TokenStartIndex, reason);
        _json.Skip();
        return default!;
    }

    private T WrongType<T>(string expected) => Mismatch<T>($"must be {expected}, but is {Describe(in _json)}");

    private static string Describe(scoped in Utf8JsonReader json) =>
        json.TokenType switch
        {
            JsonTokenType.StartObject => "an object",
            JsonTokenType.StartArray => "a list",
            JsonTokenType.String => $"the text '{Shorten(json.GetString()!)}'",
            JsonTokenType.Number => $"the number {Shorten(Encoding.UTF8.GetString(json.ValueSpan))}",
            JsonTokenType.Null => "null",
            JsonTokenType.True => "true",
            _ => "false",
        };

    private static string Shorten(string text)
    {
        const int longest = 80;
        return text.Length <= longest ? text : string.Concat(text.AsSpan(0, longest), "…");
    }
}
