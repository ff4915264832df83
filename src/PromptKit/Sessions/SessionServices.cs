using System.Collections.Concurrent;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace PromptKit;

/// <summary>What all sessions of one manager share.</summary>
internal sealed class SessionServices
{
    private readonly Dictionary<string, IChatClient> _clients;
    private readonly Func<string, IChatClient?> _findClient;
    private readonly SessionManagerOptions _options;

    public SessionServices(
        IChatClient client,
        ISessionStore store,
        SessionManagerOptions? options = null,
        Func<string, IChatClient?>? findClient = null
    )
    {
        _options = options ?? new SessionManagerOptions();
        _clients = new(_options.Clients, StringComparer.Ordinal);
        _findClient = findClient ?? (static _ => null);
        Client = client;
        Store = store;
        CommitTimeout = _options.CommitTimeout;
        StrictOutput = _options.StrictOutput;
        Services = _options.Services;
        TimeProvider = _options.TimeProvider;
        LoggerFactory = _options.LoggerFactory;
        HistoryReducer = _options.HistoryReducer;
        EnableSensitiveData = _options.EnableSensitiveData;
        Log = LoggerFactory?.CreateLogger("PromptKit") ?? NullLogger.Instance;
    }

    public IChatClient Client { get; }

    public ISessionStore Store { get; }

    public TimeSpan CommitTimeout { get; }

    public bool StrictOutput { get; }

    public IServiceProvider? Services { get; }

    public IChatReducer? HistoryReducer { get; }

    /// <summary>Whether spans tell what was said.</summary>
    public bool EnableSensitiveData { get; }

    public TimeProvider TimeProvider { get; }

    public ILoggerFactory? LoggerFactory { get; }

    public ILogger Log { get; }

    /// <summary>Sessions with a commit that has to be tried again: they must not be forgotten when nobody else holds them.</summary>
    public ConcurrentDictionary<ChatThread, Session> Unsaved { get; } = new();

    /// <summary>The prompt of a name that stands under <c>agents:</c>.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public Prompt PromptOf(string name) =>
        _options.FindPrompt?.Invoke(name)
        ?? throw new InvalidOperationException(
            $"No prompt '{name}' to hand the conversation to: set SessionManagerOptions.FindPrompt, best to "
                + "name => Prompts.TryGet(name, out var prompt) ? prompt : null."
        );

    /// <summary>The client that a model is asked of, and what it calls the model.</summary>
    public (IChatClient Client, string? ModelId) ClientOf(string? modelId)
    {
        if (modelId is not null && modelId.IndexOf('/', StringComparison.Ordinal) is > 0 and var separator)
        {
            var name = modelId[..separator];
            if ((_clients.GetValueOrDefault(name) ?? _findClient(name)) is { } client)
            {
                return (client, modelId[(separator + 1)..]);
            }
        }

        return (Client, modelId);
    }

    /// <exception cref="InvalidOperationException">There is no JSON of this type.</exception>
    public JsonTypeInfo<TState> StateJson<TState>()
    {
        try
        {
            return (JsonTypeInfo<TState>)(
                _options.StateJson?.GetTypeInfo(typeof(TState)) ?? SessionJson.Options.GetTypeInfo(typeof(TState))
            );
        }
        catch (NotSupportedException exception)
        {
            throw new InvalidOperationException(
                $"The state {typeof(TState)} cannot be written as JSON here: give SessionManagerOptions.StateJson a JsonSerializerContext "
                    + $"with [JsonSerializable(typeof({typeof(TState).Name}))].",
                exception
            );
        }
    }
}
