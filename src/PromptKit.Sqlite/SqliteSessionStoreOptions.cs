namespace PromptKit;

/// <summary>How a <see cref="SqliteSessionStore"/> keeps sessions. Everything has a default.</summary>
/// <remarks>Immutable.</remarks>
public sealed record SqliteSessionStoreOptions
{
    /// <summary>When a commit counts as written. Default: <see cref="SqliteDurability.Full"/>.</summary>
    public SqliteDurability Durability { get; init; }

    /// <summary>How long to wait while another process writes. Default: 30 seconds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public TimeSpan BusyTimeout
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            field = value;
        }
    } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long after its last commit a session expires; <see langword="null"/>, the default, is never. Somebody has to call
    /// <see cref="SqliteSessionStore.PurgeExpiredAsync"/> now and then to give the space back.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than a millisecond.</exception>
    public TimeSpan? SlidingExpiration
    {
        get;
        init
        {
            StoreTime.CheckExpiration(value, nameof(value));
            field = value;
        }
    }

    /// <summary>The clock. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
