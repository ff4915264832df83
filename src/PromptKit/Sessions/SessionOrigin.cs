using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.AI;

namespace PromptKit;

/// <summary>What a session object is made from.</summary>
internal sealed record SessionOrigin
{
    public required SessionServices Services { get; init; }

    public required string Id { get; init; }

    public required string StoreId { get; init; }

    public required string Generation { get; init; }

    public required SessionState State { get; init; }

    /// <summary>The session in the store; <see langword="null"/> when it is new.</summary>
    public StoredSession? Stored { get; init; }

    /// <summary>The commit that creates the session, when it is not in the store yet.</summary>
    public SessionCommit? Creation { get; init; }

    /// <summary>A session of its own, which is created in memory when something is first written.</summary>
    public static SessionOrigin InMemory(IChatClient chatClient, SessionManagerOptions? options)
    {
        ArgumentNullException.ThrowIfNull(chatClient);
        var id = Guid.NewGuid().ToString("N");
        var creation = Create(id, null);
        return new SessionOrigin
        {
            Services = new SessionServices(chatClient, new InMemorySessionStore(options?.TimeProvider), options),
            Id = id,
            StoreId = id,
            Generation = creation.Generation,
            State = NoState(),
            Creation = creation,
        };
    }

    public static SessionOrigin InMemoryWithState<TState>(IChatClient chatClient, TState initial, SessionManagerOptions? options)
    {
        ArgumentNullException.ThrowIfNull(initial);
        var origin = InMemory(chatClient, options);
        var state = StateOf(origin.Services.StateJson<TState>());
        state.Adopt(new SessionState.Versioned(1, initial));
        return origin with { State = state, Creation = origin.Creation! with { State = new StateCommit(0, state.Write(state.Current)) } };
    }

    public static SessionCommit Create(string storeId, StateCommit? state) =>
        new()
        {
            SessionId = storeId,
            Generation = Guid.NewGuid().ToString("N"),
            CommitId = Guid.NewGuid().ToString("N"),
            FormatVersion = SessionJson.FormatVersion,
            Creates = true,
            State = state,
        };

    /// <summary>The state of a session that is used without its type: it stays as it is.</summary>
    public static SessionState NoState() =>
        new(static _ => null, static _ => throw new InvalidOperationException("The state of this session has no type."));

    public static SessionState StateOf<TState>(JsonTypeInfo<TState> json) =>
        new(bytes => JsonSerializer.Deserialize(bytes.Span, json), value => JsonSerializer.SerializeToUtf8Bytes((TState)value!, json));
}
