using System.ComponentModel;

namespace PromptKit.Outputs;

/// <summary>
/// What there is of a text that is being written. It is made a string when somebody asks for it, so that a piece of a long text costs no
/// more than one of a short text. For generated code: its shape may change with any version.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct PartialText : IEquatable<PartialText>
{
    private readonly object? _source;
    private readonly int _length;

    /// <summary>Initializes a new instance of the <see cref="PartialText"/> struct: a text that is there.</summary>
    /// <param name="text">The text; <see langword="null"/> when there is none.</param>
    public PartialText(string? text) => _source = text;

    internal PartialText(PartialBuffer buffer)
    {
        _source = buffer;
        _length = buffer.Length;
    }

    /// <summary>The text; <see langword="null"/> when there is none.</summary>
    public string? Value => _source is PartialBuffer buffer ? buffer.ToString(_length) : (string?)_source;

    /// <inheritdoc/>
    public bool Equals(PartialText other) =>
        (ReferenceEquals(_source, other._source) && _length == other._length)
        || string.Equals(Value, other.Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is PartialText other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Value is { } text ? StringComparer.Ordinal.GetHashCode(text) : 0;

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";

    /// <summary>Whether two texts are equal.</summary>
    /// <param name="left">A text.</param>
    /// <param name="right">Another.</param>
    /// <returns>Whether they are equal.</returns>
    public static bool operator ==(PartialText left, PartialText right) => left.Equals(right);

    /// <summary>Whether two texts differ.</summary>
    /// <param name="left">A text.</param>
    /// <param name="right">Another.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(PartialText left, PartialText right) => !left.Equals(right);
}
