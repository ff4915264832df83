namespace PromptKit;

/// <summary>What a commit writes to one thread.</summary>
/// <remarks>Immutable, as far as nobody changes the memory behind its bytes.</remarks>
public sealed record ThreadCommit
{
    private const int MaxTurnIdLength = 256;

    /// <summary>The thread's name.</summary>
    public required string Thread { get; init; }

    /// <summary>How many messages the thread must have: the position of the first new one.</summary>
    public required long ExpectedLength { get; init; }

    /// <summary>How many commits the thread must have, so that two commits without messages do not overwrite each other.</summary>
    public required long ExpectedRevision { get; init; }

    /// <summary>The messages to append, each UTF-8 JSON, to be kept byte by byte. May be empty.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Messages { get; init; } = [];

    /// <summary>
    /// The id of the turn that begins with the first of <see cref="Messages"/>: 1 to 256 characters, unique within the thread.
    /// <see cref="ISessionStore.FindTurnAsync"/> finds it, so that a repeated send costs the same in a long thread as in a short one.
    /// Default, <see langword="null"/>: the turn has no id, or began in an earlier commit. Means nothing without messages.
    /// </summary>
    /// <exception cref="ArgumentException">The value is empty or longer than 256 characters.</exception>
    public string? TurnId
    {
        get;
        init
        {
            if (value is { Length: 0 or > MaxTurnIdLength })
            {
                throw new ArgumentException($"A turn id has 1 to {MaxTurnIdLength} characters.", nameof(value));
            }

            field = value;
        }
    }

    /// <summary>Replaces <see cref="StoredThread.Properties"/>.</summary>
    public ReadOnlyMemory<byte> Properties { get; init; }
}
