using System.Text.Json;

namespace PromptKit.Outputs;

public ref partial struct OutputReader
{
    private const string TooDeep = "is nested too deep";

    /// <summary>Begins to read an object.</summary>
    /// <param name="members">The members to look for.</param>
    /// <returns>What <see cref="NextMember"/> needs; when the value is no object, that is noted, and it has no member.</returns>
    public OutputCursor BeginObject(OutputMembers members)
    {
        if (_json.TokenType != JsonTokenType.StartObject)
        {
            WrongType<object>("an object");
            return new OutputCursor(null);
        }

        if (_json.CurrentDepth > MaxTypedDepth)
        {
            Mismatch<object>(TooDeep);
            return new OutputCursor(null);
        }

        return new OutputCursor(members);
    }

    /// <summary>Goes to the next member's value.</summary>
    /// <param name="cursor">What <see cref="BeginObject"/> returned.</param>
    /// <returns>Whether there is one; at the end, members that must be there and are not are noted.</returns>
    public bool NextMember(scoped ref OutputCursor cursor)
    {
        if (cursor.Members is not { } members)
        {
            return false;
        }

        while (_json.Read() && _json.TokenType == JsonTokenType.PropertyName)
        {
            var start = _json.TokenStartIndex;
            var index = Find(members, cursor.Next);
            if (index >= 0)
            {
                cursor.Next = index + 1;
                if (members.IsIgnored(index))
                {
                    _json.Skip();
                    continue;
                }

                if (cursor.HasSeen(index))
                {
                    RepairedAt(start, OutputRepairKind.RepeatedMember, "is given more than once; the last one was taken");
                }

                return Enter(ref cursor, index);
            }

            if (TakeSimilar(ref cursor, members, start))
            {
                return true;
            }
        }

        NoteMissing(in cursor, members);
        return false;
    }

    /// <summary>The case of a union that the value says it is.</summary>
    /// <param name="name">The name of the member that says so.</param>
    /// <param name="cases">What it may say.</param>
    /// <returns>The place of the case; -1 when it is none, which is noted, and the value passed over.</returns>
    public int ReadCase(string name, OutputChoices cases)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(cases);
        if (_json.TokenType != JsonTokenType.StartObject)
        {
            WrongType<object>("an object");
            return -1;
        }

        var ahead = _json;
        if (!Seek(ref ahead, name))
        {
            MismatchedAt(_json.TokenStartIndex, "is missing", name);
            _json.Skip();
            return -1;
        }

        var index = Choose(ref ahead, cases, isNoted: true);
        if (index < 0)
        {
            _json.Skip();
        }

        return index;
    }

    /// <summary>Reads an object of any members.</summary>
    /// <typeparam name="T">The type of their values.</typeparam>
    /// <param name="read">Reads a value.</param>
    /// <returns>The values by name.</returns>
    public IReadOnlyDictionary<string, T> ReadMap<T>(OutputRead<T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        var map = new Dictionary<string, T>(StringComparer.Ordinal);
        if (_json.TokenType != JsonTokenType.StartObject)
        {
            return WrongType<IReadOnlyDictionary<string, T>>("an object");
        }

        if (_json.CurrentDepth > MaxTypedDepth)
        {
            return Mismatch<IReadOnlyDictionary<string, T>>(TooDeep);
        }

        while (_json.Read() && _json.TokenType == JsonTokenType.PropertyName)
        {
            var name = _json.GetString()!;
            if (map.ContainsKey(name))
            {
                Repaired(OutputRepairKind.RepeatedMember, "is given more than once; the last one was taken");
            }

            _json.Read();
            Matched++;
            map[name] = read(ref this);
        }

        return map;
    }

    /// <summary>Adds a member of another name to those that a record keeps.</summary>
    /// <typeparam name="T">The type of their values.</typeparam>
    /// <param name="others">Those that were kept so far.</param>
    /// <param name="name">The member's name.</param>
    /// <param name="value">Its value.</param>
    /// <returns>All of them.</returns>
    public static IReadOnlyDictionary<string, T> Keep<T>(IReadOnlyDictionary<string, T> others, string name, T value)
    {
        var kept = others as Dictionary<string, T> ?? new Dictionary<string, T>(StringComparer.Ordinal);
        kept[name] = value;
        return kept;
    }

    /// <summary>Passes over a value.</summary>
    public void Skip() => _json.Skip();

    // They mostly come in the order of the record.
    private readonly int Find(OutputMembers members, int expected)
    {
        var names = members.Utf8Names;
        if (expected < names.Length && _json.ValueTextEquals(names[expected]))
        {
            return expected;
        }

        for (var index = 0; index < names.Length; index++)
        {
            if (index != expected && _json.ValueTextEquals(names[index]))
            {
                return index;
            }
        }

        return -1;
    }

    private bool TakeSimilar(scoped ref OutputCursor cursor, OutputMembers members, long start)
    {
        var name = _json.GetString()!;
        var index = members.FindSimilar(name);
        if (index >= 0 && !members.IsIgnored(index) && !cursor.HasSeen(index))
        {
            RepairedAt(start, OutputRepairKind.NameSpelling, $"was read as '{members.Names[index]}'");
            return Enter(ref cursor, index);
        }

        if (members.KeepsOthers)
        {
            _json.Read();
            cursor.Index = -1;
            cursor.Name = name;
            return true;
        }

        if (index >= 0 && !members.IsIgnored(index))
        {
            RepairedAt(start, OutputRepairKind.RepeatedMember, $"is '{members.Names[index]}' once more and was dropped");
        }
        else if (index < 0 && !members.IsOpen)
        {
            Unknown++;
            RepairedAt(start, OutputRepairKind.UnknownMember, "is not a member and was dropped");
        }

        _json.Skip();
        return false;
    }

    private bool Enter(scoped ref OutputCursor cursor, int index)
    {
        cursor.See(index);
        cursor.Index = index;
        Matched++;
        return _json.Read();
    }

    private void NoteMissing(scoped in OutputCursor cursor, OutputMembers members)
    {
        foreach (var index in members.Required)
        {
            if (!cursor.HasSeen(index))
            {
                MismatchedAt(_json.TokenStartIndex, "is missing", members.Names[index]);
            }
        }

        foreach (var index in members.Expected)
        {
            if (!cursor.HasSeen(index))
            {
                Repaired(OutputRepairKind.MissingNull, "is missing and was taken as null", members.Names[index]);
            }
        }
    }

    /// <summary>Goes to the value of a member of the object that begins here.</summary>
    private static bool Seek(ref Utf8JsonReader ahead, string name)
    {
        var start = ahead;
        return Seek(ref ahead, name, isExact: true) || Seek(ref start, name, isExact: false) && Copy(ref start, ref ahead);
    }

    private static bool Seek(ref Utf8JsonReader ahead, string name, bool isExact)
    {
        var depth = ahead.CurrentDepth;
        while (ahead.Read() && ahead.TokenType == JsonTokenType.PropertyName && ahead.CurrentDepth == depth + 1)
        {
            var isFound = isExact ? ahead.ValueTextEquals(name) : Spelling.Simplify(ahead.GetString()) == Spelling.Simplify(name);
            ahead.Read();
            if (isFound)
            {
                return true;
            }

            ahead.Skip();
        }

        return false;
    }

    private static bool Copy(ref Utf8JsonReader from, ref Utf8JsonReader to)
    {
        to = from;
        return true;
    }
}
