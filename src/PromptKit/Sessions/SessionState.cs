using System.Text.Json;

namespace PromptKit;

/// <summary>A session's state as this process knows it: the last one known to be stored. Values only ever replace each other.</summary>
/// <param name="read">Reads a state.</param>
/// <param name="write">Writes a state.</param>
internal sealed class SessionState(Func<ReadOnlyMemory<byte>, object?> read, Func<object?, byte[]> write)
{
    private readonly Lock _lock = new();
    private Versioned _current = new(0, null);

    public Versioned Current => Volatile.Read(ref _current);

    public static Versioned Apply(Versioned state, IReadOnlyList<Func<object?, object?>> updates)
    {
        var value = state.Value;
        foreach (var update in updates)
        {
            value = update(value);
        }

        return new Versioned(state.Version + 1, value);
    }

    /// <exception cref="JsonException">It does not fit the type.</exception>
    public void Adopt(StoredSession stored)
    {
        if (stored.StateVersion > Current.Version)
        {
            Adopt(new Versioned(stored.StateVersion, read(stored.State)));
        }
    }

    /// <summary>
    /// Takes what the store has instead of what a commit expected: mostly a newer state, but an older one where the store failed over to a
    /// replica that had not received the newer.
    /// </summary>
    /// <exception cref="JsonException">It does not fit the type.</exception>
    public void AdoptAfterConflict(StoredSession stored, long expected, long actual)
    {
        var state = new Versioned(stored.StateVersion, stored.StateVersion > 0 ? read(stored.State) : null);
        lock (_lock)
        {
            if (state.Version > _current.Version || (actual < expected && state.Version == actual))
            {
                _current = state;
            }
        }
    }

    /// <summary>Takes a newer state; what is older than what is known is no news.</summary>
    public void Adopt(Versioned state)
    {
        lock (_lock)
        {
            if (state.Version > _current.Version)
            {
                _current = state;
            }
        }
    }

    public byte[] Write(Versioned state) => write(state.Value);

    public sealed record Versioned(long Version, object? Value);
}
