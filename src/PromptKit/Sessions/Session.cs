using System.Collections.Concurrent;
using Microsoft.Extensions.AI;

namespace PromptKit;

/// <summary>A conversation with a model: an id and any number of independent threads, each with a history that is kept for you.</summary>
/// <remarks>
/// A session lives in memory. All members are safe to use from several threads at once. It does not own the chat client: whoever made
/// the client disposes of it.
/// </remarks>
public sealed class Session
{
    private readonly IChatClient _client;
    private readonly ConcurrentDictionary<string, ChatThread> _threads = new(StringComparer.Ordinal);

    /// <summary>Initializes a new instance of the <see cref="Session"/> class without any message.</summary>
    /// <param name="chatClient">The model to talk to. It is called from several threads at once when several threads have a turn.</param>
    /// <exception cref="ArgumentNullException"><paramref name="chatClient"/> is <see langword="null"/>.</exception>
    public Session(IChatClient chatClient)
    {
        ArgumentNullException.ThrowIfNull(chatClient);
        _client = chatClient;
    }

    /// <summary>The session's id, unique among all sessions.</summary>
    public string Id { get; } = Guid.NewGuid().ToString("N");

    /// <summary>The names of the threads that have messages, in ordinal order, as they are now.</summary>
    public IReadOnlyList<string> Threads =>
        [.. _threads.Values.Where(thread => thread.History.Snapshot.Count > 0).Select(thread => thread.Name).Order(StringComparer.Ordinal)];

    /// <summary>Talks on the thread <c>main</c>.</summary>
    /// <param name="preamble">What is sent ahead of the history. It is rendered again at every turn and never stored.</param>
    /// <returns>A chat on the thread, whatever was said there before.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="preamble"/> is <see langword="null"/>.</exception>
    public Chat Chat(IChatPreamble preamble) => Chat(ChatThread.DefaultName, preamble);

    /// <summary>Talks on one thread.</summary>
    /// <param name="thread">The thread's name: 1 to 64 of the characters <c>A-Z a-z 0-9 . _ : -</c>; case matters.</param>
    /// <param name="preamble">What is sent ahead of the history. It is rendered again at every turn and never stored.</param>
    /// <returns>A chat on the thread, whatever was said there before. All chats of a thread share one history and one queue.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="thread"/> is not a thread name.</exception>
    public Chat Chat(string thread, IChatPreamble preamble)
    {
        ChatThread.CheckName(thread, nameof(thread));
        ArgumentNullException.ThrowIfNull(preamble);
        return new Chat(_client, _threads.GetOrAdd(thread, name => new ChatThread(name)), preamble);
    }

    /// <summary>Talks on one thread with a system text, or with none.</summary>
    /// <param name="thread">
    /// The thread's name: 1 to 64 of the characters <c>A-Z a-z 0-9 . _ : -</c>; case matters. <see langword="null"/>, the default, is
    /// <c>main</c>.
    /// </param>
    /// <param name="system">The system message; <see langword="null"/>, the default, or whitespace alone sends none.</param>
    /// <returns>A chat on the thread, whatever was said there before. All chats of a thread share one history and one queue.</returns>
    /// <exception cref="ArgumentException"><paramref name="thread"/> is not a thread name.</exception>
    public Chat Chat(string? thread = null, string? system = null) => Chat(thread ?? ChatThread.DefaultName, new SystemPreamble(system));
}
