using Microsoft.Extensions.AI;

namespace PromptKit;

/// <summary>The handle that talks on one thread of a <see cref="Session"/> with one prompt. It holds no messages of its own.</summary>
/// <remarks>
/// <para>
/// Turns on a thread run one at a time, in the order of the calls, whichever chat they come from; other threads run beside it. A call
/// that is cancelled while it waits leaves no trace. So does one whose model call fails or is cancelled: the history stays exactly as
/// it was, and the original exception is thrown.
/// </para>
/// <para>
/// What is sent is copied when it is sent and what is read is a copy: nothing that a caller or a chat client changes afterwards changes
/// the history. Copies have no raw representation; a content that cannot be written as JSON is kept as it is.
/// </para>
/// <para>All members are safe to use from several threads at once.</para>
/// </remarks>
public sealed class Chat
{
    private readonly IChatClient _client;
    private readonly ChatThread _thread;
    private readonly IChatPreamble _preamble;

    internal Chat(IChatClient client, ChatThread thread, IChatPreamble preamble)
    {
        _client = client;
        _thread = thread;
        _preamble = preamble;
    }

    /// <summary>The name of the thread.</summary>
    public string ThreadName => _thread.Name;

    /// <summary>
    /// What was said on the thread so far, by the user and by the model, without the preamble. The list never changes; ask again after
    /// the next turn. Taking it costs the same however long it is; each message read from it is a copy.
    /// </summary>
    public IReadOnlyList<ChatMessage> Messages => _thread.History.Snapshot;

    /// <summary>Sends a text and waits for the whole answer.</summary>
    /// <param name="text">What the user says.</param>
    /// <param name="cancellationToken">Cancels the turn, as long as the model has not answered.</param>
    /// <returns>The answer; it is in the history.</returns>
    /// <exception cref="ArgumentException"><paramref name="text"/> is empty or whitespace.</exception>
    public Task<ChatReply> SendAsync(string text, CancellationToken cancellationToken = default) =>
        Turn(UserMessage.Of(text)).RunAsync(cancellationToken);

    /// <summary>Sends contents, such as a text and an image, as one user message and waits for the whole answer.</summary>
    /// <param name="contents">What the user says. Tool calls, results and approvals are refused.</param>
    /// <param name="cancellationToken">Cancels the turn, as long as the model has not answered.</param>
    /// <returns>The answer; it is in the history.</returns>
    /// <exception cref="ArgumentException">There is nothing to send, or something that a user does not say.</exception>
    public Task<ChatReply> SendAsync(IEnumerable<AIContent> contents, CancellationToken cancellationToken = default) =>
        Turn(UserMessage.Of(contents)).RunAsync(cancellationToken);

    /// <summary>Sends a user message and waits for the whole answer.</summary>
    /// <param name="message">A message of the role <c>user</c>. Tool calls, results and approvals are refused.</param>
    /// <param name="cancellationToken">Cancels the turn, as long as the model has not answered.</param>
    /// <returns>The answer; it is in the history.</returns>
    /// <exception cref="ArgumentException">There is nothing to send, something that a user does not say, or another role.</exception>
    public Task<ChatReply> SendAsync(ChatMessage message, CancellationToken cancellationToken = default) =>
        Turn(UserMessage.Of(message)).RunAsync(cancellationToken);

    /// <summary>Sends a text; the answer is read while it is written.</summary>
    /// <param name="text">What the user says.</param>
    /// <param name="cancellationToken">Cancels the turn, as long as the model has not answered.</param>
    /// <returns>A stream that sends when it is first read.</returns>
    /// <exception cref="ArgumentException"><paramref name="text"/> is empty or whitespace.</exception>
    public ChatStream SendStreamingAsync(string text, CancellationToken cancellationToken = default) =>
        new(Turn(UserMessage.Of(text)), cancellationToken);

    /// <summary>Sends contents, such as a text and an image, as one user message; the answer is read while it is written.</summary>
    /// <param name="contents">What the user says. Tool calls, results and approvals are refused.</param>
    /// <param name="cancellationToken">Cancels the turn, as long as the model has not answered.</param>
    /// <returns>A stream that sends when it is first read.</returns>
    /// <exception cref="ArgumentException">There is nothing to send, or something that a user does not say.</exception>
    public ChatStream SendStreamingAsync(IEnumerable<AIContent> contents, CancellationToken cancellationToken = default) =>
        new(Turn(UserMessage.Of(contents)), cancellationToken);

    /// <summary>Sends a user message; the answer is read while it is written.</summary>
    /// <param name="message">A message of the role <c>user</c>. Tool calls, results and approvals are refused.</param>
    /// <param name="cancellationToken">Cancels the turn, as long as the model has not answered.</param>
    /// <returns>A stream that sends when it is first read.</returns>
    /// <exception cref="ArgumentException">There is nothing to send, something that a user does not say, or another role.</exception>
    public ChatStream SendStreamingAsync(ChatMessage message, CancellationToken cancellationToken = default) =>
        new(Turn(UserMessage.Of(message)), cancellationToken);

    private Turn Turn(ChatMessage message) => new(_client, _thread, _preamble, message);
}
