using System.Globalization;
using System.Text;
using System.Text.Json;

namespace PromptKit.Outputs;

/// <summary>Finds out where notes stand, in one pass over the JSON, so that reading need not keep track of it.</summary>
internal static class OutputPaths
{
    /// <summary>Gives notes their paths.</summary>
    /// <param name="json">The JSON; what is broken in it ends the search.</param>
    /// <param name="notes">The notes; they are put in the order of the JSON.</param>
    public static (IReadOnlyList<JsonMismatch> Mismatches, IReadOnlyList<OutputRepair> Repairs) Resolve(
        ReadOnlySpan<byte> json,
        List<OutputNote>? notes
    )
    {
        if (notes is null or { Count: 0 })
        {
            return ([], []);
        }

        var mismatches = new List<JsonMismatch>();
        var repairs = new List<OutputRepair>();
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = OutputReader.MaxDepth });
        var place = new JsonPlace();
        var isMore = Next(ref reader);
        foreach (var note in notes.OrderBy(note => note.Offset))
        {
            // The last token that begins at or before it.
            while (isMore && reader.TokenStartIndex <= note.Offset)
            {
                place.Enter(ref reader);
                isMore = Next(ref reader);
            }

            var path = place.Path(json, note.Member);
            if (note.Kind is { } kind)
            {
                repairs.Add(new OutputRepair(kind, path, note.Text));
            }
            else
            {
                mismatches.Add(new JsonMismatch(path, note.Text));
            }
        }

        return (mismatches, repairs);
    }

    private static bool Next(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>A place in a document.</summary>
    private sealed class JsonPlace
    {
        private readonly List<Level> _levels = [];
        private bool _isLeaving;

        public void Enter(ref Utf8JsonReader reader)
        {
            if (_isLeaving)
            {
                _levels.RemoveAt(_levels.Count - 1);
                _isLeaving = false;
            }

            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    _levels[^1] = new Level((int)reader.TokenStartIndex, reader.ValueSpan.Length + 2, Index: 0, IsList: false);
                    return;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    // Both ends of a value have the same path; behind the end it is left.
                    _levels[^1] = default;
                    _isLeaving = true;
                    return;
            }

            if (_levels.Count > 0 && _levels[^1].IsList)
            {
                _levels[^1] = _levels[^1] with { Index = _levels[^1].Index + 1 };
            }

            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                _levels.Add(new Level(Start: 0, Length: 0, Index: -1, IsList: reader.TokenType == JsonTokenType.StartArray));
            }
        }

        public string Path(ReadOnlySpan<byte> json, string? member)
        {
            var path = new StringBuilder();
            foreach (var level in _levels)
            {
                if (level.IsList && level.Index >= 0)
                {
                    path.Append(CultureInfo.InvariantCulture, $"[{level.Index}]");
                }
                else if (level.Length > 0)
                {
                    Append(path, NameAt(json.Slice(level.Start, level.Length)));
                }
            }

            Append(path, member);
            return path.Length == 0 ? "$" : path.ToString();
        }

        private static void Append(StringBuilder path, string? name)
        {
            if (name is not null)
            {
                path.Append(path.Length > 0 ? "." : "").Append(name);
            }
        }

        private static string NameAt(ReadOnlySpan<byte> name)
        {
            var reader = new Utf8JsonReader(name);
            reader.Read();
            return reader.GetString()!;
        }

        private readonly record struct Level(int Start, int Length, int Index, bool IsList);
    }
}
