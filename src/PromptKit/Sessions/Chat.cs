using Microsoft.Extensions.AI;

namespace PromptKit;

/// <summary>The handle that talks on one thread of a <see cref="Session"/> with one prompt. It holds no messages of its own.</summary>
/// <remarks>
/// <para>
/// Turns on a thread run one at a time, in the order of the calls, whichever chat they come from; other threads run beside it. A call
/// that is cancelled while it waits leaves no trace. What fails or is cancelled later throws its own exception; see
/// <see cref="Status"/> for what is left: nothing, or the rounds of tools that were finished.
/// </para>
/// <para>
/// What is sent is copied when it is sent and what is read is a copy: nothing that a caller or a chat client changes afterwards changes
/// the history. Copies have no raw representation.
/// </para>
/// <para>All members are safe to use from several threads at once.</para>
/// </remarks>
public partial class Chat
{
    private readonly Session _session;
    private readonly ChatThread _thread;
    private readonly Func<IChatPreamble> _source;
    private readonly ChatOptions? _options;
    private readonly ToolSetCache _tools = new();

    internal Chat(Session session, ChatThread thread, Func<IChatPreamble> source, ChatOptions? options)
    {
        _session = session;
        _thread = thread;
        _source = source;
        _options = options?.Clone();
    }

    /// <summary>The name of the thread.</summary>
    public string ThreadName => _thread.Name;

    /// <summary>
    /// What was said on the thread, by the user, the model and its tools, without the preamble, as far as it is loaded: a thread of an
    /// opened session is loaded by its first turn; before that, <see cref="ReadAsync"/> reads it. The list never changes; ask again after
    /// the next turn. Taking it costs the same however long it is; each message read from it is a copy.
    /// </summary>
    public IReadOnlyList<ChatMessage> Messages => _thread.Head.Messages;

    /// <summary>What the thread waits for. While a turn runs: what it would wait for if the process ended now.</summary>
    public ChatStatus Status => _thread.Status;

    /// <summary>What all turns of the thread cost, as far as clients say; <see langword="null"/> when none did.</summary>
    public UsageDetails? Usage => _thread.Head.Properties.Usage?.ToDetails();

    /// <summary>Reads messages of the thread from the store.</summary>
    /// <param name="from">The position of the first one, from 0.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The messages; fewer, or none, when the thread is shorter.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="from"/> or <paramref name="count"/> is negative.</exception>
    public async Task<IReadOnlyList<ChatMessage>> ReadAsync(long from, int count, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var messages = new List<ChatMessage>();
        var stored = _session.Services.Store.ReadAsync(_session.StoreId, _thread.Name, from, count, cancellationToken);
        await foreach (var message in stored.ConfigureAwait(false))
        {
            messages.Add(MessageJson.Read(message.Payload).Message);
        }

        return messages;
    }

    private protected Turn Turn(ChatMessage? message, SendOptions? options) =>
        new(_session, _thread, new TurnRequest(_source, _options, options?.Copy() ?? SendOptions.Default, _tools, message));
}
