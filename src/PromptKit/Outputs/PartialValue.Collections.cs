namespace PromptKit.Outputs;

/// <content>Lists and maps: what is complete of them is shared by all that is made of them.</content>
public readonly partial struct PartialValue
{
    /// <summary>Reads a list of texts.</summary>
    /// <returns>The texts, the last of them as far as it goes; <see langword="null"/> when the list has not begun.</returns>
    public IReadOnlyList<string>? Texts() => List(static item => item.IsText ? item._node!.Text.ToString() : null, TextOf);

    /// <summary>Reads a list of objects or lists.</summary>
    /// <typeparam name="T">The type of its partial items.</typeparam>
    /// <param name="read">Reads an item.</param>
    /// <returns>The items that are complete, and what there is of the next one; <see langword="null"/> when it has not begun.</returns>
    public IReadOnlyList<T>? List<T>(Func<PartialValue, T?> read)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(read);
        return List(read, item => read(item) is { } open ? () => open : null);
    }

    /// <summary>Reads a list of values of which a part says nothing.</summary>
    /// <typeparam name="T">The type of its items.</typeparam>
    /// <param name="read">Reads an item.</param>
    /// <returns>The items that are complete; <see langword="null"/> when it has not begun.</returns>
    public IReadOnlyList<T>? Wholes<T>(OutputRead<T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (IsNothing)
        {
            return null;
        }

        var items = Made<List<T>>();
        for (; _node!.Done < Children && ChildAt(_node.Done)._node!.IsComplete; _node.Done++)
        {
            if (Converted<T>.Of(ChildAt(_node.Done)._node!, read) is { Fits: true } item)
            {
                items.Add(item.Value!);
            }
        }

        return new PartialList<T>(items, open: null);
    }

    /// <summary>Reads an object of any members that are texts.</summary>
    /// <returns>The texts, the last of them as far as it goes; <see langword="null"/> when the object has not begun.</returns>
    public IReadOnlyDictionary<string, string>? TextMap() => Map(static item => item.IsText ? item._node!.Text.ToString() : null, TextOf);

    /// <summary>Reads an object of any members that are objects or lists.</summary>
    /// <typeparam name="T">The type of their partial values.</typeparam>
    /// <param name="read">Reads a value.</param>
    /// <returns>The values that are complete, and what there is of the next one; <see langword="null"/> when it has not begun.</returns>
    public IReadOnlyDictionary<string, T>? Map<T>(Func<PartialValue, T?> read)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(read);
        return Map(read, item => read(item) is { } open ? () => open : null);
    }

    /// <summary>Reads an object of any members of which a part says nothing.</summary>
    /// <typeparam name="T">The type of their values.</typeparam>
    /// <param name="read">Reads a value.</param>
    /// <returns>The values that are complete; <see langword="null"/> when it has not begun.</returns>
    public IReadOnlyDictionary<string, T>? WholeMap<T>(OutputRead<T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (_node is not { Kind: PartialKind.Object } node)
        {
            return null;
        }

        var entries = Made<PartialEntries<T>>();
        for (; node.Done < node.Items.Count && node.Items[node.Done].IsComplete; node.Done++)
        {
            if (Converted<T>.Of(node.Items[node.Done], read) is { Fits: true } value)
            {
                entries.Add(node.Names[node.Done], value.Value!);
            }
        }

        return new PartialMap<T>(entries, openName: null, open: null);
    }

    private static Func<string>? TextOf(PartialValue item)
    {
        var text = item.Text();
        return item.IsText ? () => text.Value! : null;
    }

    // A single value is a list of one.
    private int Children => _node!.Kind == PartialKind.List ? _node.Items.Count : 1;

    private PartialValue ChildAt(int index) => _node!.Kind == PartialKind.List ? new PartialValue(_node.Items[index]) : this;

    private T Made<T>()
        where T : class, new()
    {
        _node!.IsKnown |= _node.Items.Count > 0;
        if (_node.Made is not T made)
        {
            _node.Made = made = new T();
            _node.Done = 0;
        }

        return made;
    }

    private IReadOnlyList<T>? List<T>(Func<PartialValue, T?> read, Func<PartialValue, Func<T>?> open)
        where T : class
    {
        if (IsNothing)
        {
            return null;
        }

        if (_node!.Kind != PartialKind.List)
        {
            return open(this) is { } only ? [only()] : null;
        }

        var items = Made<List<T>>();
        for (; _node.Done < _node.Items.Count && _node.Items[_node.Done].IsComplete; _node.Done++)
        {
            if (read(ChildAt(_node.Done)) is { } item)
            {
                items.Add(item);
            }
        }

        return new PartialList<T>(items, _node.Done < _node.Items.Count ? open(ChildAt(_node.Done)) : null);
    }

    private PartialMap<T>? Map<T>(Func<PartialValue, T?> read, Func<PartialValue, Func<T>?> open)
        where T : class
    {
        if (_node is not { Kind: PartialKind.Object } node)
        {
            return null;
        }

        var entries = Made<PartialEntries<T>>();
        for (; node.Done < node.Items.Count && node.Items[node.Done].IsComplete; node.Done++)
        {
            if (read(new PartialValue(node.Items[node.Done])) is { } value)
            {
                entries.Add(node.Names[node.Done], value);
            }
        }

        return node.Done < node.Items.Count
            ? new PartialMap<T>(entries, node.Names[node.Done], open(new PartialValue(node.Items[node.Done])))
            : new PartialMap<T>(entries, openName: null, open: null);
    }
}
