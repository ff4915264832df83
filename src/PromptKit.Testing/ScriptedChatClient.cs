using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace PromptKit.Testing;

/// <summary>A model that answers by rules you write: for tests, demos and working offline. The same conversation gets the same answer.</summary>
/// <remarks>
/// <para>
/// A request is answered by the first reply still queued by <see cref="Enqueue"/>, else by the first rule (<c>When</c>) that matches,
/// in the order they were added, else by <see cref="Otherwise(ScriptedReply)"/>. Before that it is recorded in <see cref="Requests"/>
/// and checked: a conversation that a real service would refuse throws an <see cref="InvalidConversationException"/>, and so does a
/// message of the request before, or one that is shown again, that somebody has changed since.
/// </para>
/// <para>
/// All members are safe to use from several threads at once. Rules and hooks are called on the caller's thread and may run at the same
/// time.
/// </para>
/// </remarks>
public sealed class ScriptedChatClient : IChatClient
{
    private readonly Lock _lock = new();
    private readonly Queue<ScriptedReply> _queue = [];
    private readonly List<(Func<ScriptedRequest, bool> Matches, Func<ScriptedRequest, ScriptedReply> Reply)> _rules = [];
    private readonly List<ScriptedRequest> _requests = [];
    private Func<ScriptedRequest, ScriptedReply>? _otherwise;
    private readonly ShownMessages _shown = new();
    private int _calls;

    /// <summary>The model's name in responses, unless the request's options name one. Default: <c>scripted</c>.</summary>
    public string ModelId { get; init; } = "scripted";

    /// <summary>How many characters of text a streamed chunk has; surrogate pairs stay together. Default: 4.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int ChunkSize
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 4;

    /// <summary>
    /// How long the model takes before each streamed chunk, for demos; an answer that is not streamed takes it once. Default: no time.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public TimeSpan ChunkDelay
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            field = value;
        }
    }

    /// <summary>The clock of <see cref="ChunkDelay"/>. Default: <see cref="TimeProvider.System"/>.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>
    /// Called before each streamed update is delivered, and once before an answer that is not streamed. A test pauses the model here
    /// until it has looked around, or cancels at exactly this point. What it throws, the model throws. Default: nothing.
    /// </summary>
    /// <remarks>The token is the caller's, so that a pause can end when the caller cancels.</remarks>
    public Func<ScriptedChunk, CancellationToken, ValueTask>? BeforeChunk { get; init; }

    /// <summary>Every request so far, in the order of arrival, as it was when it arrived; those that failed too.</summary>
    public IReadOnlyList<ScriptedRequest> Requests
    {
        get
        {
            lock (_lock)
            {
                return [.. _requests];
            }
        }
    }

    /// <summary>Queues replies for the next requests, ahead of all rules. Each is given once.</summary>
    /// <param name="replies">The replies, in order. A string is a reply of that text.</param>
    /// <returns>This client.</returns>
    public ScriptedChatClient Enqueue(params IEnumerable<ScriptedReply> replies)
    {
        ArgumentNullException.ThrowIfNull(replies);
        lock (_lock)
        {
            foreach (var reply in replies)
            {
                ArgumentNullException.ThrowIfNull(reply, nameof(replies));
                _queue.Enqueue(reply);
            }
        }

        return this;
    }

    /// <summary>Adds a rule: when the user's last message contains a text, give this reply.</summary>
    /// <param name="userText">The text, in any case.</param>
    /// <param name="reply">The reply. A string is a reply of that text.</param>
    /// <returns>This client.</returns>
    public ScriptedChatClient When(string userText, ScriptedReply reply) => When(Says(userText), Always(reply));

    /// <summary>Adds a rule: when the user's last message contains a text, work out the reply.</summary>
    /// <param name="userText">The text, in any case.</param>
    /// <param name="reply">Gives the reply to a request.</param>
    /// <returns>This client.</returns>
    public ScriptedChatClient When(string userText, Func<ScriptedRequest, ScriptedReply> reply) => When(Says(userText), reply);

    /// <summary>Adds a rule: when the conversation fulfils a condition, give this reply.</summary>
    /// <param name="matches">The condition.</param>
    /// <param name="reply">The reply. A string is a reply of that text.</param>
    /// <returns>This client.</returns>
    public ScriptedChatClient When(Func<ScriptedRequest, bool> matches, ScriptedReply reply) => When(matches, Always(reply));

    /// <summary>Adds a rule: when the conversation fulfils a condition, work out the reply.</summary>
    /// <param name="matches">The condition.</param>
    /// <param name="reply">Gives the reply to a request.</param>
    /// <returns>This client.</returns>
    public ScriptedChatClient When(Func<ScriptedRequest, bool> matches, Func<ScriptedRequest, ScriptedReply> reply)
    {
        ArgumentNullException.ThrowIfNull(matches);
        ArgumentNullException.ThrowIfNull(reply);
        lock (_lock)
        {
            _rules.Add((matches, reply));
        }

        return this;
    }

    /// <summary>Sets the reply to everything that no rule matches. Without it, such a request is an error.</summary>
    /// <param name="reply">The reply. A string is a reply of that text.</param>
    /// <returns>This client.</returns>
    public ScriptedChatClient Otherwise(ScriptedReply reply) => Otherwise(Always(reply));

    /// <summary>Sets how the reply to everything that no rule matches is worked out. Without it, such a request is an error.</summary>
    /// <param name="reply">Gives the reply to a request.</param>
    /// <returns>This client.</returns>
    public ScriptedChatClient Otherwise(Func<ScriptedRequest, ScriptedReply> reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        lock (_lock)
        {
            _otherwise = reply;
        }

        return this;
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidConversationException">A real service would refuse the conversation.</exception>
    /// <exception cref="InvalidOperationException">No rule matches and there is no <c>Otherwise</c>.</exception>
    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        var answer = Answer(messages, options, isStreaming: false, cancellationToken);
        await PauseAsync(answer.Request, 0, null, cancellationToken).ConfigureAwait(false);
        return answer.ToResponse();
    }

    /// <inheritdoc/>
    /// <remarks>
    /// As real services do: chunks of text, other contents whole, then an update with the finish reason, then one with the usage. Each
    /// enumeration is a request of its own.
    /// </remarks>
    /// <exception cref="InvalidConversationException">A real service would refuse the conversation.</exception>
    /// <exception cref="InvalidOperationException">No rule matches and there is no <c>Otherwise</c>.</exception>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        var answer = Answer(messages, options, isStreaming: true, cancellationToken);
        var index = 0;
        foreach (var update in answer.ToUpdates(ChunkSize))
        {
            await PauseAsync(answer.Request, index++, update, cancellationToken).ConfigureAwait(false);
            yield return update;
        }

        answer.ThrowIfFailed();
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        if (serviceKey is not null)
        {
            return null;
        }

        return serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata("scripted", defaultModelId: ModelId)
            : serviceType.IsInstanceOfType(this) ? this
            : null;
    }

    /// <summary>Does nothing: the client can still be used and looked at.</summary>
    public void Dispose() { }

    private static Func<ScriptedRequest, bool> Says(string userText)
    {
        ArgumentException.ThrowIfNullOrEmpty(userText);
        return request => request.UserText.Contains(userText, StringComparison.OrdinalIgnoreCase);
    }

    private static Func<ScriptedRequest, ScriptedReply> Always(ScriptedReply reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        return _ => reply;
    }

    private ScriptedAnswer Answer(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options,
        bool isStreaming,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(messages);
        cancellationToken.ThrowIfCancellationRequested();
        ChatMessage[] shown = [.. messages];
        var request = new ScriptedRequest(shown, options, isStreaming);
        int number;
        lock (_lock)
        {
            _requests.Add(request);
            number = _requests.Count;
        }

        _shown.Check(shown);
        ConversationRules.Check(request);
        var reply = ReplyTo(request);
        return new ScriptedAnswer(request, reply, number, options?.ModelId ?? ModelId, () => $"call_{Interlocked.Increment(ref _calls)}");
    }

    private ScriptedReply ReplyTo(ScriptedRequest request)
    {
        (Func<ScriptedRequest, bool> Matches, Func<ScriptedRequest, ScriptedReply> Reply)[] rules;
        Func<ScriptedRequest, ScriptedReply>? otherwise;
        lock (_lock)
        {
            if (_queue.TryDequeue(out var queued))
            {
                return queued;
            }

            rules = [.. _rules];
            otherwise = _otherwise;
        }

        foreach (var (matches, reply) in rules)
        {
            if (matches(request))
            {
                return reply(request);
            }
        }

        return otherwise is not null
            ? otherwise(request)
            : throw new InvalidOperationException(
                $"No rule of the ScriptedChatClient matches. The user's last message: '{request.UserText}'. Add a When(…) or an Otherwise(…)."
            );
    }

    private async ValueTask PauseAsync(ScriptedRequest request, int index, ChatResponseUpdate? update, CancellationToken cancellationToken)
    {
        if (ChunkDelay > TimeSpan.Zero)
        {
            await Task.Delay(ChunkDelay, TimeProvider, cancellationToken).ConfigureAwait(false);
        }

        if (BeforeChunk is { } hook)
        {
            await hook(new ScriptedChunk(request, index, update), cancellationToken).ConfigureAwait(false);
        }

        cancellationToken.ThrowIfCancellationRequested();
    }
}
