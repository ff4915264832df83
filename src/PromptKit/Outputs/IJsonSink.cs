namespace PromptKit.Outputs;

/// <summary>Takes the JSON that a <see cref="JsonMender{TSink}"/> makes of a text, piece by piece.</summary>
internal interface IJsonSink
{
    void StartObject();

    void EndObject();

    void StartArray();

    void EndArray();

    /// <summary>A member's name; its value follows.</summary>
    void Name(ReadOnlySpan<char> name);

    void StartText();

    /// <summary>A part of a text, unescaped. Surrogate pairs are not torn apart.</summary>
    void Text(ReadOnlySpan<char> part);

    void EndText();

    /// <summary>A number as JSON writes it.</summary>
    void Number(ReadOnlySpan<char> number);

    /// <summary><see langword="true"/>, <see langword="false"/>, or null.</summary>
    void Literal(bool? value);

    void Repair(OutputRepairKind kind, string what);
}
