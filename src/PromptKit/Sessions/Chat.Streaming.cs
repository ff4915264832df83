using Microsoft.Extensions.AI;

namespace PromptKit;

/// <content>Messages whose answers are read while they are written.</content>
public partial class Chat
{
    /// <summary>Sends a text; the answer is read while it is written.</summary>
    /// <param name="text">What the user says.</param>
    /// <param name="cancellationToken">Cancels the turn, as long as the model has not answered.</param>
    /// <returns>A stream that sends when it is first read.</returns>
    /// <exception cref="ArgumentException"><paramref name="text"/> is empty or whitespace.</exception>
    public ChatStream SendStreamingAsync(string text, CancellationToken cancellationToken = default) =>
        SendStreamingAsync(text, null, cancellationToken);

    /// <inheritdoc cref="SendStreamingAsync(string, CancellationToken)"/>
    /// <param name="text">What the user says.</param>
    /// <param name="options">How this turn is run.</param>
    /// <param name="cancellationToken">Cancels the turn, as long as the model has not answered.</param>
    public ChatStream SendStreamingAsync(string text, SendOptions? options, CancellationToken cancellationToken = default) =>
        new(Turn(UserMessage.Of(text), options), cancellationToken);

    /// <summary>Sends contents, such as a text and an image, as one user message; the answer is read while it is written.</summary>
    /// <param name="contents">What the user says. Tool calls, results and approvals are refused.</param>
    /// <param name="cancellationToken">Cancels the turn, as long as the model has not answered.</param>
    /// <returns>A stream that sends when it is first read.</returns>
    /// <exception cref="ArgumentException">There is nothing to send, or something that a user does not say.</exception>
    public ChatStream SendStreamingAsync(IEnumerable<AIContent> contents, CancellationToken cancellationToken = default) =>
        SendStreamingAsync(contents, null, cancellationToken);

    /// <inheritdoc cref="SendStreamingAsync(IEnumerable{AIContent}, CancellationToken)"/>
    /// <param name="contents">What the user says. Tool calls, results and approvals are refused.</param>
    /// <param name="options">How this turn is run.</param>
    /// <param name="cancellationToken">Cancels the turn, as long as the model has not answered.</param>
    public ChatStream SendStreamingAsync(
        IEnumerable<AIContent> contents,
        SendOptions? options,
        CancellationToken cancellationToken = default
    ) => new(Turn(UserMessage.Of(contents), options), cancellationToken);

    /// <summary>Sends a user message; the answer is read while it is written.</summary>
    /// <param name="message">A message of the role <c>user</c>. Tool calls, results and approvals are refused.</param>
    /// <param name="cancellationToken">Cancels the turn, as long as the model has not answered.</param>
    /// <returns>A stream that sends when it is first read.</returns>
    /// <exception cref="ArgumentException">There is nothing to send, something that a user does not say, or another role.</exception>
    public ChatStream SendStreamingAsync(ChatMessage message, CancellationToken cancellationToken = default) =>
        SendStreamingAsync(message, null, cancellationToken);

    /// <inheritdoc cref="SendStreamingAsync(ChatMessage, CancellationToken)"/>
    /// <param name="message">A message of the role <c>user</c>. Tool calls, results and approvals are refused.</param>
    /// <param name="options">How this turn is run.</param>
    /// <param name="cancellationToken">Cancels the turn, as long as the model has not answered.</param>
    public ChatStream SendStreamingAsync(ChatMessage message, SendOptions? options, CancellationToken cancellationToken = default) =>
        new(Turn(UserMessage.Of(message), options), cancellationToken);

    /// <summary>Finishes whatever is unfinished, as <see cref="ResumeAsync"/> does; the answer is read while it is written.</summary>
    /// <param name="options">How this turn is run.</param>
    /// <param name="cancellationToken">Cancels the turn, as long as the model has not answered.</param>
    /// <returns>A stream that resumes when it is first read; an <see cref="InvalidOperationException"/> comes then.</returns>
    public ChatStream ResumeStreamingAsync(SendOptions? options = null, CancellationToken cancellationToken = default) =>
        new(Turn(null, options), cancellationToken);
}
