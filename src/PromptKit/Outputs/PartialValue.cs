using System.ComponentModel;

namespace PromptKit.Outputs;

/// <summary>
/// What there is of a JSON value that is being written. What is complete is converted once; so a look at the whole costs what is open.
/// For generated code: its shape may change with any version.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly partial struct PartialValue
{
    private readonly PartialNode? _node;

    internal PartialValue(PartialNode? node) => _node = node;

    private bool IsNothing => _node is null or { Kind: PartialKind.Null };

    /// <summary>A member.</summary>
    /// <param name="members">The members of the object.</param>
    /// <param name="index">The member's place among them.</param>
    /// <returns>What there is of it.</returns>
    public PartialValue Member(OutputMembers members, int index) =>
        new(_node is { Kind: PartialKind.Object } ? _node.Member(members, index) : null);

    /// <summary>Reads a record.</summary>
    /// <typeparam name="T">The partial record.</typeparam>
    /// <param name="make">Makes it of its members.</param>
    /// <returns>What there is of it; <see langword="null"/> when it has not begun.</returns>
    public T? Record<T>(Func<PartialValue, T> make)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(make);
        if (_node is not { Kind: PartialKind.Object } node)
        {
            return null;
        }

        if (node.Made is T made)
        {
            return made;
        }

        var partial = make(this);
        node.Made = node.IsComplete ? partial : null;
        return partial;
    }

    /// <summary>Which case of a union it is.</summary>
    /// <param name="name">The name of the member that says so.</param>
    /// <param name="cases">What it may say.</param>
    /// <returns>The place of the case; -1 when that is not known (yet).</returns>
    public int Case(string name, OutputChoices cases)
    {
        ArgumentNullException.ThrowIfNull(cases);
        var at = _node is { Kind: PartialKind.Object } ? _node.Names.IndexOf(name) : -1;
        if (at < 0 || _node!.Items.Count <= at || _node.Items[at] is not { IsComplete: true, Kind: PartialKind.Text } said)
        {
            return -1;
        }

        var text = said.Text.ToString();
        var index = Array.IndexOf(cases.Values, text);
        return index >= 0 ? index : cases.FindSimilar(text);
    }

    /// <summary>Reads a text.</summary>
    /// <returns>What there is of it.</returns>
    public PartialText Text() => IsText ? new PartialText(_node!.Text) : default;

    /// <summary>Reads a value of which a part says nothing: a number, a date, a value of an enum.</summary>
    /// <typeparam name="T">The type of the value; nullable.</typeparam>
    /// <param name="read">Reads it.</param>
    /// <returns>The value; <see langword="null"/> when it is not complete, or does not fit.</returns>
    public T? Whole<T>(OutputRead<T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (IsNothing || !_node!.IsComplete)
        {
            return default;
        }

        if (_node.Made is not Converted<T> made)
        {
            _node.Made = made = Converted<T>.Of(_node, read);
        }

        return made.Value;
    }

    internal PartialValue Unwrap()
    {
        if (_node is not { Kind: PartialKind.Object } || _node.Names.Count > 0 && Spelling.Simplify(_node.Names[0]) != "value")
        {
            return this;
        }

        _node.IsKnown = _node.Items.Count > 0;
        return new PartialValue(_node.IsKnown ? _node.Items[0] : null);
    }

    private bool IsText => _node is { Kind: PartialKind.Text or PartialKind.Raw };

    /// <summary>A value that was read to its end.</summary>
    private sealed class Converted<T>
    {
        public bool Fits { get; private init; }

        public T? Value { get; private init; }

        public static Converted<T> Of(PartialNode node, OutputRead<T> read)
        {
            var sink = new Utf8JsonSink();
            node.WriteTo(sink);
            var reader = new OutputReader(sink.Json);
            var value = reader.ReadAll(read, isWrapped: false);
            var fits = reader.Mismatches == 0;
            return new Converted<T> { Fits = fits, Value = fits ? value : default };
        }
    }
}
