using System.Collections.Concurrent;
using Microsoft.Extensions.AI;

namespace PromptKit;

/// <summary>A conversation with a model: an id and any number of independent threads, each with a history that is kept for you.</summary>
/// <remarks>
/// A session made by <c>new</c> lives in memory; one from a <see cref="SessionManager"/> lives in its store. All members are safe to use
/// from several threads at once. It does not own the chat client: whoever made the client disposes of it.
/// </remarks>
public class Session
{
    private readonly ConcurrentDictionary<string, ChatThread> _threads = new(StringComparer.Ordinal);

    /// <summary>Initializes a new instance of the <see cref="Session"/> class, in memory and without any message.</summary>
    /// <param name="chatClient">The model to talk to. It is called from several threads at once when several threads have a turn.</param>
    /// <param name="options">How the session is kept; <see langword="null"/>, the default, is by the defaults.</param>
    /// <exception cref="ArgumentNullException"><paramref name="chatClient"/> is <see langword="null"/>.</exception>
    public Session(IChatClient chatClient, SessionManagerOptions? options = null)
        : this(SessionOrigin.InMemory(chatClient, options)) { }

    internal Session(SessionOrigin origin)
    {
        Services = origin.Services;
        Id = origin.Id;
        StoreId = origin.StoreId;
        Generation = origin.Generation;
        State = origin.State;
        Log = new SessionLog(this, Services) { Creation = origin.Creation };
        foreach (var thread in origin.Stored?.Threads ?? [])
        {
            Thread(thread.Name).Head = ThreadHead.Of(thread);
        }
    }

    /// <summary>The session that the running code belongs to: inside a tool, and inside <c>RunAsync</c>; else <see langword="null"/>.</summary>
    public static Session? Current => TurnScope.Current?.Session;

    /// <summary>
    /// Inside a tool, a key of this very call: the same in every attempt to run it, also after a crash. To be handed to services that
    /// must not do a thing twice. Elsewhere <see langword="null"/>.
    /// </summary>
    public static string? CurrentCallKey => TurnScope.Current?.IdempotencyKey;

    /// <summary>The session's id, unique among all sessions of its store (and partition).</summary>
    public string Id { get; }

    /// <summary>The names of the threads that have messages, in ordinal order, as far as this process knows them.</summary>
    public IReadOnlyList<string> Threads =>
        [.. _threads.Values.Where(thread => thread.Head.Length > 0).Select(thread => thread.Name).Order(StringComparer.Ordinal)];

    internal SessionServices Services { get; }

    /// <summary>The id in the store: with the partition in it.</summary>
    internal string StoreId { get; }

    internal string Generation { get; }

    internal SessionState State { get; }

    internal SessionLog Log { get; }

    /// <summary>Talks on the thread <c>main</c>.</summary>
    /// <param name="preamble">What is sent ahead of the history. It is rendered again at every turn and never stored.</param>
    /// <param name="options">Options and tools of this chat; stronger than the preamble's. Default: none.</param>
    /// <returns>A chat on the thread, whatever was said there before.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="preamble"/> is <see langword="null"/>.</exception>
    public Chat Chat(IChatPreamble preamble, ChatOptions? options = null) => Chat(ThreadNames.Default, preamble, options);

    /// <summary>Talks on one thread.</summary>
    /// <param name="thread">The thread's name: 1 to 64 of the characters <c>A-Z a-z 0-9 . _ : -</c>; case matters.</param>
    /// <param name="preamble">What is sent ahead of the history. It is rendered again at every turn and never stored.</param>
    /// <param name="options">Options and tools of this chat; stronger than the preamble's. Default: none.</param>
    /// <returns>A chat on the thread, whatever was said there before. All chats of a thread share one history and one queue.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="thread"/> is not a thread name.</exception>
    public Chat Chat(string thread, IChatPreamble preamble, ChatOptions? options = null)
    {
        ThreadNames.Check(thread, nameof(thread));
        ArgumentNullException.ThrowIfNull(preamble);
        return new Chat(this, Thread(thread), () => preamble, options);
    }

    /// <summary>Talks on the thread <c>main</c> with a prompt that has an output.</summary>
    /// <typeparam name="TOutput">The prompt's output.</typeparam>
    /// <inheritdoc cref="Chat(IChatPreamble, ChatOptions)"/>
    public Chat<TOutput> Chat<TOutput>(IChatPreamble<TOutput> preamble, ChatOptions? options = null) =>
        Chat(ThreadNames.Default, preamble, options);

    /// <summary>Talks on one thread with a prompt that has an output.</summary>
    /// <typeparam name="TOutput">The prompt's output.</typeparam>
    /// <inheritdoc cref="Chat(string, IChatPreamble, ChatOptions)"/>
    public Chat<TOutput> Chat<TOutput>(string thread, IChatPreamble<TOutput> preamble, ChatOptions? options = null)
    {
        ThreadNames.Check(thread, nameof(thread));
        ArgumentNullException.ThrowIfNull(preamble);
        return new Chat<TOutput>(this, Thread(thread), () => preamble, preamble.Output, options);
    }

    /// <summary>Talks on the thread <c>main</c> with a prompt that has an output.</summary>
    /// <typeparam name="TOutput">The prompt's output.</typeparam>
    /// <typeparam name="TPartial">What there is of it while it is being written.</typeparam>
    /// <inheritdoc cref="Chat(IChatPreamble, ChatOptions)"/>
    public Chat<TOutput, TPartial> Chat<TOutput, TPartial>(IChatPreamble<TOutput, TPartial> preamble, ChatOptions? options = null) =>
        Chat(ThreadNames.Default, preamble, options);

    /// <summary>Talks on one thread with a prompt that has an output.</summary>
    /// <typeparam name="TOutput">The prompt's output.</typeparam>
    /// <typeparam name="TPartial">What there is of it while it is being written.</typeparam>
    /// <inheritdoc cref="Chat(string, IChatPreamble, ChatOptions)"/>
    public Chat<TOutput, TPartial> Chat<TOutput, TPartial>(
        string thread,
        IChatPreamble<TOutput, TPartial> preamble,
        ChatOptions? options = null
    )
    {
        ThreadNames.Check(thread, nameof(thread));
        ArgumentNullException.ThrowIfNull(preamble);
        return new Chat<TOutput, TPartial>(this, Thread(thread), () => preamble, preamble.Output, options);
    }

    /// <summary>Talks on one thread with a system text, or with none.</summary>
    /// <param name="thread">
    /// The thread's name: 1 to 64 of the characters <c>A-Z a-z 0-9 . _ : -</c>; case matters. <see langword="null"/>, the default, is
    /// <c>main</c>.
    /// </param>
    /// <param name="system">The system message; <see langword="null"/>, the default, or whitespace alone sends none.</param>
    /// <param name="options">Options and tools of this chat. Default: none.</param>
    /// <returns>A chat on the thread, whatever was said there before. All chats of a thread share one history and one queue.</returns>
    /// <exception cref="ArgumentException"><paramref name="thread"/> is not a thread name.</exception>
    public Chat Chat(string? thread = null, string? system = null, ChatOptions? options = null) =>
        Chat(thread ?? ThreadNames.Default, new SystemPreamble(system), options);

    /// <summary>Runs code for which this session is <see cref="Current"/>, as it is for tools.</summary>
    /// <typeparam name="TResult">What the code gives.</typeparam>
    /// <param name="function">The code. It runs without the caller's synchronization context.</param>
    /// <returns>What the code gives.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="function"/> is <see langword="null"/>.</exception>
    public async Task<TResult> RunAsync<TResult>(Func<Task<TResult>> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        await CallersContext.Leave();
        TurnScope.Enter(new TurnScope(this));
        return await function().ConfigureAwait(false);
    }

    /// <summary>Runs code for which this session is <see cref="Current"/>, as it is for tools.</summary>
    /// <param name="function">The code. It runs without the caller's synchronization context.</param>
    /// <returns>Completes with the code.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="function"/> is <see langword="null"/>.</exception>
    public async Task RunAsync(Func<Task> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        await CallersContext.Leave();
        TurnScope.Enter(new TurnScope(this));
        await function().ConfigureAwait(false);
    }

    /// <summary>Takes what is new in the store, for all threads that have no turn right now; the others find out at their next commit.</summary>
    internal async ValueTask CatchUpAsync(StoredSession stored, CancellationToken cancellationToken)
    {
        State.Adopt(stored);
        foreach (var name in stored.Threads.Select(thread => thread.Name))
        {
            var thread = Thread(name);
            if (!thread.Turns.TryEnter())
            {
                continue;
            }

            try
            {
                // An unsaved round still expects what was there before it.
                if (thread.Unsaved is null)
                {
                    await Log.CatchUpAsync(thread, stored, cancellationToken).ConfigureAwait(false);
                }
            }
            finally
            {
                thread.Turns.Leave();
            }
        }
    }

    internal ChatThread Thread(string name) => _threads.GetOrAdd(name, static name => new ChatThread(name));
}
