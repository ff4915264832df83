using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace PromptKit;

/// <summary>Creates, opens, lists and deletes the sessions of one store.</summary>
/// <remarks>
/// There is one <see cref="Session"/> object a session as long as somebody uses it: opening it again gives the same object, brought up to
/// date. All members are safe to use from several threads at once; several managers, also in several processes, may share a store.
/// </remarks>
public sealed class SessionManager
{
    private readonly SessionServices _services;
    private readonly LiveSessions _live;
    private readonly SessionKey _key;

    /// <summary>Initializes a new instance of the <see cref="SessionManager"/> class.</summary>
    /// <param name="chatClient">The model to talk to. Called from several threads at once; whoever made it disposes of it.</param>
    /// <param name="store">Where sessions persist; <see langword="null"/>, the default, is in memory.</param>
    /// <param name="options">How sessions are kept; <see langword="null"/>, the default, is by the defaults.</param>
    /// <exception cref="ArgumentNullException"><paramref name="chatClient"/> is <see langword="null"/>.</exception>
    public SessionManager(IChatClient chatClient, ISessionStore? store = null, SessionManagerOptions? options = null)
        : this(chatClient, store, options, findClient: null) { }

    internal SessionManager(
        IChatClient chatClient,
        ISessionStore? store,
        SessionManagerOptions? options,
        Func<string, IChatClient?>? findClient
    )
    {
        ArgumentNullException.ThrowIfNull(chatClient);
        _services = new SessionServices(chatClient, store ?? new InMemorySessionStore(options?.TimeProvider), options, findClient);
        _live = new LiveSessions();
    }

    private SessionManager(SessionServices services, LiveSessions live, SessionKey key)
    {
        _services = services;
        _live = live;
        _key = key;
    }

    /// <summary>A manager of one tenant's sessions in the same store. Ids of one partition never reach the sessions of another.</summary>
    /// <param name="partition">The tenant: 1 to 64 characters, as in session ids.</param>
    /// <returns>The manager. Managers of one partition that come from the same manager share their session objects.</returns>
    /// <exception cref="ArgumentException"><paramref name="partition"/> is not a partition.</exception>
    public SessionManager ForPartition(string partition)
    {
        ThreadNames.CheckId(partition, nameof(partition));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(partition.Length, 64, nameof(partition));
        return new SessionManager(_services, _live, new SessionKey(partition));
    }

    /// <summary>Creates a session; it is in the store at once.</summary>
    /// <param name="id">Its id: 1 to 256 characters without control characters; <see langword="null"/>, the default, for a new one.</param>
    /// <param name="cancellationToken">Gives up; the session may be there all the same.</param>
    /// <returns>The session.</returns>
    /// <exception cref="ArgumentException"><paramref name="id"/> is not a session id.</exception>
    /// <exception cref="SessionExistsException">There is one already.</exception>
    [OverloadResolutionPriority(1)] // A string alone is the id, and no state.
    public Task<Session> CreateAsync(string? id = null, CancellationToken cancellationToken = default) =>
        CreateAsync(id, Plain(), cancellationToken);

    /// <summary>Creates a session with state; it is in the store at once.</summary>
    /// <typeparam name="TState">The state: immutable.</typeparam>
    /// <param name="initial">The state to begin with.</param>
    /// <param name="id">Its id: 1 to 256 characters without control characters; <see langword="null"/>, the default, for a new one.</param>
    /// <param name="cancellationToken">Gives up; the session may be there all the same.</param>
    /// <returns>The session.</returns>
    /// <exception cref="ArgumentException"><paramref name="id"/> is not a session id.</exception>
    /// <exception cref="SessionExistsException">There is one already.</exception>
    public Task<Session<TState>> CreateAsync<TState>(TState initial, string? id = null, CancellationToken cancellationToken = default) =>
        CreateAsync(id, Typed(initial), cancellationToken);

    /// <summary>Opens a session that exists.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The session; the same object as long as somebody uses it.</returns>
    /// <exception cref="ArgumentException"><paramref name="id"/> is not a session id.</exception>
    /// <exception cref="SessionNotFoundException">There is none.</exception>
    /// <exception cref="NotSupportedException">It was written by a newer version.</exception>
    public async Task<Session> OpenAsync(string id, CancellationToken cancellationToken = default) =>
        await TryOpenAsync(id, Plain(), cancellationToken).ConfigureAwait(false) ?? throw new SessionNotFoundException(id);

    /// <summary>Opens a session that exists, with its state.</summary>
    /// <typeparam name="TState">The state that it was created with.</typeparam>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The session; the same object as long as somebody uses it.</returns>
    /// <exception cref="ArgumentException"><paramref name="id"/> is not a session id.</exception>
    /// <exception cref="SessionNotFoundException">There is none.</exception>
    /// <exception cref="InvalidOperationException">It is in use with another state, or was created without one.</exception>
    /// <exception cref="NotSupportedException">It was written by a newer version.</exception>
    public async Task<Session<TState>> OpenAsync<TState>(string id, CancellationToken cancellationToken = default) =>
        await TryOpenAsync(id, Typed<TState>(), cancellationToken).ConfigureAwait(false) ?? throw new SessionNotFoundException(id);

    /// <summary>Opens a session, or creates it.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The session.</returns>
    /// <exception cref="ArgumentException"><paramref name="id"/> is not a session id.</exception>
    /// <exception cref="NotSupportedException">It was written by a newer version.</exception>
    public Task<Session> OpenOrCreateAsync(string id, CancellationToken cancellationToken = default) =>
        OpenOrCreateAsync(id, Plain(), cancellationToken);

    /// <summary>Opens a session with its state, or creates it.</summary>
    /// <typeparam name="TState">The state: immutable.</typeparam>
    /// <param name="id">Its id.</param>
    /// <param name="initial">The state to begin with if it is created.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The session.</returns>
    /// <exception cref="ArgumentException"><paramref name="id"/> is not a session id.</exception>
    /// <exception cref="InvalidOperationException">It is in use with another state, or was created without one.</exception>
    /// <exception cref="NotSupportedException">It was written by a newer version.</exception>
    public Task<Session<TState>> OpenOrCreateAsync<TState>(string id, TState initial, CancellationToken cancellationToken = default) =>
        OpenOrCreateAsync(id, Typed(initial), cancellationToken);

    /// <summary>Deletes a session with all its threads. A turn that still runs ends with a <see cref="SessionNotFoundException"/>.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Gives up; the session may be gone all the same.</param>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="ArgumentException"><paramref name="id"/> is not a session id.</exception>
    public async Task<bool> DeleteAsync(string id, CancellationToken cancellationToken = default) =>
        await _services.Store.DeleteAsync(_key.Of(id), cancellationToken).ConfigureAwait(false);

    /// <summary>Lists sessions of this partition: those written last come first.</summary>
    /// <param name="query">Which, and how many; <see langword="null"/>, the default, is the first 100.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The sessions. It may lag behind the commits, but never has a deleted session.</returns>
    public async IAsyncEnumerable<SessionSummary> ListAsync(
        SessionQuery? query = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        query ??= new SessionQuery();
        var left = query.Max;
        var page = query with { IdPrefix = _key.PrefixOf(query.IdPrefix) };
        bool isFull;
        do
        {
            var count = 0;
            await foreach (var summary in _services.Store.ListAsync(page, cancellationToken).ConfigureAwait(false))
            {
                count++;
                page = page with { ContinuationToken = summary.ContinuationToken };

                // Without a partition, those of all partitions are among them.
                if (_key.IdOf(summary.Id) is { } id && left-- > 0)
                {
                    yield return summary with
                    {
                        Id = id,
                    };
                }
            }

            isFull = count == page.Max;
        } while (isFull && left > 0);
    }

    private SessionKind<Session> Plain() => new(SessionOrigin.NoState, Initial: null, origin => new Session(origin));

    private SessionKind<Session<TState>> Typed<TState>(TState? initial = default)
    {
        var json = _services.StateJson<TState>();
        return new(() => SessionOrigin.StateOf(json), initial, origin => new Session<TState>(origin));
    }

    private async Task<TSession> OpenOrCreateAsync<TSession>(string id, SessionKind<TSession> kind, CancellationToken cancellationToken)
        where TSession : Session
    {
        while (true)
        {
            if (await TryOpenAsync(id, kind, cancellationToken).ConfigureAwait(false) is { } session)
            {
                return session;
            }

            try
            {
                return await CreateAsync(id, kind, cancellationToken).ConfigureAwait(false);
            }
            catch (SessionExistsException)
            {
                // Somebody else created it in this moment.
            }
        }
    }

    private async Task<TSession> CreateAsync<TSession>(string? id, SessionKind<TSession> kind, CancellationToken cancellationToken)
        where TSession : Session
    {
        id ??= Guid.NewGuid().ToString("N");
        var storeId = _key.Of(id);
        var state = kind.MakeState();
        StateCommit? first = null;
        if (kind.Initial is { } initial)
        {
            state.Adopt(new SessionState.Versioned(1, initial));
            first = new StateCommit(0, state.Write(state.Current));
        }

        var creation = SessionOrigin.Create(storeId, first);
        var result = await _services.Store.CommitAsync(creation, cancellationToken).ConfigureAwait(false);
        if (result.Status == CommitStatus.Exists)
        {
            throw new SessionExistsException(id);
        }

        var origin = new SessionOrigin
        {
            Services = _services,
            Id = id,
            StoreId = storeId,
            Generation = creation.Generation,
            State = state,
        };
        return _live.GetOrAdd(storeId, creation.Generation, () => kind.Make(origin));
    }

    private async Task<TSession?> TryOpenAsync<TSession>(string id, SessionKind<TSession> kind, CancellationToken cancellationToken)
        where TSession : Session
    {
        var storeId = _key.Of(id);
        if (await _services.Store.OpenAsync(storeId, cancellationToken).ConfigureAwait(false) is not { } stored)
        {
            return null;
        }

        SessionJson.CheckFormat(id, stored);
        var session = _live.GetOrAdd(storeId, stored.Generation, () => kind.Make(Origin(id, storeId, stored, kind.MakeState())));
        await session.CatchUpAsync(stored, cancellationToken).ConfigureAwait(false);
        return session;
    }

    private SessionOrigin Origin(string id, string storeId, StoredSession stored, SessionState state)
    {
        state.Adopt(stored);
        return new SessionOrigin
        {
            Services = _services,
            Id = id,
            StoreId = storeId,
            Generation = stored.Generation,
            State = state,
            Stored = stored,
        };
    }
}
