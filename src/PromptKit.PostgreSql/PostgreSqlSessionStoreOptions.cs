namespace PromptKit;

/// <summary>How a <see cref="PostgreSqlSessionStore"/> keeps sessions. Everything has a default.</summary>
/// <remarks>Immutable.</remarks>
public sealed record PostgreSqlSessionStoreOptions
{
    private const int MostBytesOfAName = 63;

    /// <summary>
    /// The schema of the tables and functions, made if it is missing: any name of at most 63 ASCII characters. Default: <c>promptkit</c>.
    /// </summary>
    /// <exception cref="ArgumentException">The value is no such name.</exception>
    public string Schema
    {
        get;
        init
        {
            ArgumentException.ThrowIfNullOrEmpty(value);
            if (value.Length > MostBytesOfAName || value.Any(character => !char.IsAscii(character) || char.IsControl(character)))
            {
                throw new ArgumentException(
                    $"'{value}' is not a schema's name: use at most {MostBytesOfAName} ASCII characters.",
                    nameof(value)
                );
            }

            field = value;
        }
    } = "promptkit";

    /// <summary>
    /// Whether to make schema, tables and functions at the first use. Where the application may not, run
    /// <see cref="PostgreSqlSessionStore.CreateScript"/> once and set this to <see langword="false"/>. Default: <see langword="true"/>.
    /// </summary>
    public bool CreatesSchema { get; init; } = true;

    /// <summary>
    /// How long after its last commit a session expires; <see langword="null"/>, the default, is never. Somebody has to call
    /// <see cref="PostgreSqlSessionStore.PurgeExpiredAsync"/> now and then to give the space back.
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
