namespace PromptKit;

/// <summary>What a reducer made of a history: these messages are sent in place of the first <see cref="Position"/> of the thread.</summary>
/// <remarks>Immutable. What is stored is never touched: a view keeps the thread's own messages by position, and others as bytes.</remarks>
internal sealed class HistoryView
{
    private readonly IReadOnlyList<Item> _items;
    private StoredView? _stored;

    public HistoryView(long position, IReadOnlyList<Item> items)
    {
        Position = position;
        _items = items;
        HasUnsendable = items.Any(item => !item.Entry.IsSendable);
    }

    /// <summary>Up to where it stands for the thread: the message there, and all behind it, are sent as they are.</summary>
    public long Position { get; }

    public IReadOnlyList<Item> Items => _items;

    public bool HasUnsendable { get; }

    /// <summary>For the store; <see langword="null"/> when it can be made again from the thread alone, because it has only its messages.</summary>
    public StoredView? ToStored() => _items.Any(item => item.Position is null) ? _stored ??= StoredView.Of(this) : null;

    /// <summary>A message of a view.</summary>
    /// <param name="Entry">What it says.</param>
    /// <param name="Position">Where it stands in the thread; <see langword="null"/> when it is the reducer's own.</param>
    public readonly record struct Item(HistoryEntry Entry, long? Position);
}
