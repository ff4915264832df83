using System.Text.Json;

namespace PromptKit.Rendering;

public readonly partial struct JsonInput
{
    /// <summary>Notes members that are not known, or there twice, and a value that is no object.</summary>
    /// <param name="names">The known names.</param>
    /// <param name="isOpen">Whether others are allowed.</param>
    public void CheckMembers(ReadOnlySpan<string> names, bool isOpen)
    {
        if (_element.ValueKind != JsonValueKind.Object)
        {
            FailType<object>("an object");
            return;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in _element.EnumerateObject())
        {
            var name = JsonString.Name(member);
            if (!seen.Add(name))
            {
                Member(name, member.Value).Fail<object>("is given twice");
            }
            else if (!isOpen && !names.Contains(name))
            {
                Member(name, member.Value).Fail<object>("is not a member" + JsonSpelling.Suggest(name, names));
            }
        }
    }

    /// <summary>A member that must be there.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The member; when it is missing, that is noted, and reading the result notes nothing more.</returns>
    public JsonInput Required(string name)
    {
        if (TryGet(name, out var value))
        {
            return Member(name, value);
        }

        if (_element.ValueKind == JsonValueKind.Object)
        {
            _mismatches.Add(new JsonMismatch(_path.Member(name).ToString(), "is missing"));
        }

        return Member(name, default);
    }

    /// <summary>A member that must be there and may be null.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The member; null when it is null or missing, which is noted.</returns>
    public JsonInput? RequiredOrNull(string name) => Required(name) is { IsNull: false, IsMissing: false } member ? member : null;

    /// <summary>A member that may be missing or null.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The member; null when it is missing or null.</returns>
    public JsonInput? Optional(string name) =>
        TryGet(name, out var value) && value.ValueKind != JsonValueKind.Null ? Member(name, value) : null;

    /// <summary>Reads the members that have no property of their own.</summary>
    /// <typeparam name="T">Their type.</typeparam>
    /// <param name="names">The members that have one.</param>
    /// <param name="read">Reads one.</param>
    /// <returns>The others by name.</returns>
    public IReadOnlyDictionary<string, T> ReadOthers<T>(ReadOnlySpan<string> names, Func<JsonInput, T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        var others = new Dictionary<string, T>(StringComparer.Ordinal);
        if (_element.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in _element.EnumerateObject())
            {
                var name = JsonString.Name(member);
                if (!names.Contains(name))
                {
                    others[name] = read(Member(name, member.Value));
                }
            }
        }

        return others;
    }

    /// <summary>The text of the member that tells the cases of a union apart.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The text; null when there is none.</returns>
    public string? ReadDiscriminator(string name) =>
        TryGet(name, out var value) && value.ValueKind == JsonValueKind.String ? JsonString.Text(value) : null;

    /// <summary>Notes that the member that tells the cases of a union apart is missing or none of them.</summary>
    /// <typeparam name="T">The union.</typeparam>
    /// <param name="name">The member's name.</param>
    /// <param name="choices">The values it may have.</param>
    /// <returns>The default value.</returns>
    public T FailDiscriminator<T>(string name, ReadOnlySpan<string> choices)
    {
        if (_element.ValueKind != JsonValueKind.Object)
        {
            return FailType<T>("an object");
        }

        var member = Required(name);
        return member.IsMissing ? default! : member.FailChoice<T>(choices);
    }

    private bool TryGet(string name, out JsonElement value)
    {
        value = default;
        return _element.ValueKind == JsonValueKind.Object && JsonString.TryGetMember(_element, name, out value);
    }

    private JsonInput Member(string name, JsonElement value) => new(value, _path.Member(name), _mismatches);
}
