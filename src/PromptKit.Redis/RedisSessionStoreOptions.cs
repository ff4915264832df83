namespace PromptKit;

/// <summary>How a <see cref="RedisSessionStore"/> keeps sessions. Everything has a default.</summary>
/// <remarks>Immutable.</remarks>
public sealed record RedisSessionStoreOptions
{
    /// <summary>What all keys begin with. Default: <c>promptkit</c>, so that a session's key is <c>promptkit:session:ID</c>.</summary>
    /// <exception cref="ArgumentException">The value is empty.</exception>
    public string KeyPrefix
    {
        get;
        init
        {
            ArgumentException.ThrowIfNullOrEmpty(value);
            field = value;
        }
    } = "promptkit";

    /// <summary>The number of the database. Default: -1, the one of the connection.</summary>
    public int Database { get; init; } = -1;

    /// <summary>
    /// How long after its last commit a session expires; the server deletes it then. Default, <see langword="null"/>: never.
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

    /// <summary>The clock of the sessions' times. When the server deletes an expired session, it goes by its own. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
