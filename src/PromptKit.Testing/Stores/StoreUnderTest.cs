using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text;

namespace PromptKit.Testing;

/// <summary>The store that a law looks at, with the steps that all laws take.</summary>
internal sealed class StoreUnderTest(string law, Func<SessionStoreRequest, ValueTask<ISessionStore>> open, CancellationToken token)
    : IAsyncDisposable
{
    private readonly List<ISessionStore> _opened = [];
    private ISessionStore? _store;

    public CancellationToken Token => token;

    public LawClock Clock { get; } = new();

    /// <summary>What the ids of this law begin with.</summary>
    public string Prefix { get; } = Guid.NewGuid().ToString("N")[..12] + "-";

    /// <summary>An id that nobody else uses.</summary>
    public string Id => Prefix + "s";

    /// <summary>Opens the store once more, as another process would.</summary>
    public async ValueTask<ISessionStore> OpenAnotherAsync(TimeSpan? slidingExpiration = null)
    {
        var store = await open(new SessionStoreRequest(Clock, slidingExpiration)).ConfigureAwait(false);
        _opened.Add(store);
        return store;
    }

    /// <summary>The store; opened at the first call.</summary>
    public async ValueTask<ISessionStore> OpenAsync(TimeSpan? slidingExpiration = null) =>
        _store ??= await OpenAnotherAsync(slidingExpiration).ConfigureAwait(false);

    public async ValueTask DisposeAsync()
    {
        foreach (var store in _opened)
        {
            if (store is IAsyncDisposable asyncDisposable)
            {
                await asyncDisposable.DisposeAsync().ConfigureAwait(false);
            }
            else
            {
                (store as IDisposable)?.Dispose();
            }
        }
    }

    /// <summary>Creates a session that did not exist.</summary>
    public async ValueTask<SessionCommit> CreateAsync(string id, string generation = "g", StateCommit? state = null)
    {
        var creation = Creation(id, generation) with { State = state };
        await ExpectAsync(CommitResult.Applied, creation).ConfigureAwait(false);
        return creation;
    }

    public static SessionCommit Creation(string id, string generation = "g") => Commit(id, generation) with { Creates = true };

    public static SessionCommit Commit(string id, string generation = "g", params ThreadCommit[] threads) =>
        new()
        {
            SessionId = id,
            Generation = generation,
            CommitId = Guid.NewGuid().ToString("N"),
            FormatVersion = 1,
            Threads = threads,
        };

    public static ThreadCommit Append(string thread, long length, long revision, params string[] messages) =>
        new()
        {
            Thread = thread,
            ExpectedLength = length,
            ExpectedRevision = revision,
            Messages = [.. messages.Select(message => new ReadOnlyMemory<byte>(Encoding.UTF8.GetBytes(message)))],
            Properties = Bytes($"{thread} {revision + 1}"),
        };

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public static string Text(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);

    public async ValueTask<CommitResult> CommitAsync(SessionCommit commit) =>
        await (await OpenAsync().ConfigureAwait(false)).CommitAsync(commit, token).ConfigureAwait(false);

    public async ValueTask ExpectAsync(
        CommitResult expected,
        SessionCommit commit,
        [CallerArgumentExpression(nameof(commit))] string what = ""
    ) => Same(expected, await CommitAsync(commit).ConfigureAwait(false), what);

    public async ValueTask<StoredSession?> FindAsync(string id) =>
        await (await OpenAsync().ConfigureAwait(false)).OpenAsync(id, token).ConfigureAwait(false);

    /// <summary>The header of a session that must exist.</summary>
    public async ValueTask<StoredSession> HeaderAsync(string id)
    {
        var header = await FindAsync(id).ConfigureAwait(false);
        True(header is not null, $"the session '{id}' is not found");
        return header;
    }

    public async ValueTask<List<StoredMessage>> ReadAsync(string id, string thread = "main", long from = 0, int max = int.MaxValue) =>
        await (await OpenAsync().ConfigureAwait(false)).ReadAsync(id, thread, from, max, token).ToListAsync(token).ConfigureAwait(false);

    /// <summary>A thread's messages must be these, at positions without gaps.</summary>
    public async ValueTask ExpectMessagesAsync(string id, string thread, params IEnumerable<string> expected)
    {
        var messages = await ReadAsync(id, thread).ConfigureAwait(false);
        SameList(expected, messages.Select(message => Text(message.Payload)), $"messages of '{thread}'");
        SameList(Enumerable.Range(0, messages.Count), messages.Select(message => (int)message.Position), $"positions in '{thread}'");
    }

    public async ValueTask<List<SessionSummary>> ListAsync(SessionQuery? query = null) =>
        await (await OpenAsync().ConfigureAwait(false))
            .ListAsync(query ?? new SessionQuery { IdPrefix = Prefix }, token)
            .ToListAsync(token)
            .ConfigureAwait(false);

    public void True([DoesNotReturnIf(false)] bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new SessionStoreContractException(law, otherwise);
        }
    }

    public void Same<T>(T expected, T actual, string what) =>
        True(EqualityComparer<T>.Default.Equals(expected, actual), $"{what}: expected {expected}, found {actual}");

    public void SameList<T>(IEnumerable<T> expected, IEnumerable<T> actual, string what)
    {
        List<T> wanted = [.. expected];
        List<T> found = [.. actual];
        True(wanted.SequenceEqual(found), $"{what}: expected {Show(wanted)}, found {Show(found)}");
    }

    /// <summary>Something must throw this, or something derived from it.</summary>
    public async ValueTask ThrowsAsync<TException>(Func<ValueTask> action, string what)
        where TException : Exception
    {
        try
        {
            await action().ConfigureAwait(false);
        }
        catch (TException)
        {
            return;
        }

        True(false, $"{what}: expected a {typeof(TException).Name}, and nothing was thrown");
    }

    private static string Show<T>(List<T> items)
    {
        var shown = string.Join(", ", items.Take(12));
        return items.Count <= 12 ? $"[{shown}]" : $"[{shown}, …] ({items.Count})";
    }
}
