using Microsoft.Extensions.AI;

namespace PromptKit;

/// <content>Messages, and what follows them.</content>
public partial class Chat
{
    /// <summary>Sends a text and waits for the whole answer.</summary>
    /// <param name="text">What the user says.</param>
    /// <param name="cancellationToken">Cancels the turn, as long as the model has not answered.</param>
    /// <returns>The answer; it is stored.</returns>
    /// <exception cref="ArgumentException"><paramref name="text"/> is empty or whitespace.</exception>
    /// <exception cref="SessionUnsavedException">The store failed; <see cref="ResumeAsync"/>, or the next send, tries again.</exception>
    /// <exception cref="SessionConflictException">Somebody else wrote to the thread in between.</exception>
    /// <exception cref="SessionNotFoundException">The session was deleted.</exception>
    public Task<ChatReply> SendAsync(string text, CancellationToken cancellationToken = default) =>
        SendAsync(text, null, cancellationToken);

    /// <inheritdoc cref="SendAsync(string, CancellationToken)"/>
    /// <param name="text">What the user says.</param>
    /// <param name="options">How this turn is run.</param>
    /// <param name="cancellationToken">Cancels the turn, as long as the model has not answered.</param>
    public Task<ChatReply> SendAsync(string text, SendOptions? options, CancellationToken cancellationToken = default) =>
        Turn(UserMessage.Of(text), options).RunAsync(cancellationToken);

    /// <summary>Sends contents, such as a text and an image, as one user message and waits for the whole answer.</summary>
    /// <param name="contents">What the user says. Tool calls, results and approvals are refused.</param>
    /// <param name="cancellationToken">Cancels the turn, as long as the model has not answered.</param>
    /// <returns>The answer; it is stored.</returns>
    /// <exception cref="ArgumentException">There is nothing to send, or something that a user does not say.</exception>
    /// <exception cref="SessionUnsavedException">The store failed; <see cref="ResumeAsync"/>, or the next send, tries again.</exception>
    /// <exception cref="SessionConflictException">Somebody else wrote to the thread in between.</exception>
    /// <exception cref="SessionNotFoundException">The session was deleted.</exception>
    public Task<ChatReply> SendAsync(IEnumerable<AIContent> contents, CancellationToken cancellationToken = default) =>
        SendAsync(contents, null, cancellationToken);

    /// <inheritdoc cref="SendAsync(IEnumerable{AIContent}, CancellationToken)"/>
    /// <param name="contents">What the user says. Tool calls, results and approvals are refused.</param>
    /// <param name="options">How this turn is run.</param>
    /// <param name="cancellationToken">Cancels the turn, as long as the model has not answered.</param>
    public Task<ChatReply> SendAsync(
        IEnumerable<AIContent> contents,
        SendOptions? options,
        CancellationToken cancellationToken = default
    ) => Turn(UserMessage.Of(contents), options).RunAsync(cancellationToken);

    /// <summary>Sends a user message and waits for the whole answer.</summary>
    /// <param name="message">A message of the role <c>user</c>. Tool calls, results and approvals are refused.</param>
    /// <param name="cancellationToken">Cancels the turn, as long as the model has not answered.</param>
    /// <returns>The answer; it is stored.</returns>
    /// <exception cref="ArgumentException">There is nothing to send, something that a user does not say, or another role.</exception>
    /// <exception cref="SessionUnsavedException">The store failed; <see cref="ResumeAsync"/>, or the next send, tries again.</exception>
    /// <exception cref="SessionConflictException">Somebody else wrote to the thread in between.</exception>
    /// <exception cref="SessionNotFoundException">The session was deleted.</exception>
    public Task<ChatReply> SendAsync(ChatMessage message, CancellationToken cancellationToken = default) =>
        SendAsync(message, null, cancellationToken);

    /// <inheritdoc cref="SendAsync(ChatMessage, CancellationToken)"/>
    /// <param name="message">A message of the role <c>user</c>. Tool calls, results and approvals are refused.</param>
    /// <param name="options">How this turn is run.</param>
    /// <param name="cancellationToken">Cancels the turn, as long as the model has not answered.</param>
    public Task<ChatReply> SendAsync(ChatMessage message, SendOptions? options, CancellationToken cancellationToken = default) =>
        Turn(UserMessage.Of(message), options).RunAsync(cancellationToken);

    /// <summary>
    /// Finishes whatever is unfinished: tries the commit that failed, runs what was approved, or asks the model to go on after the rounds
    /// that were kept.
    /// </summary>
    /// <param name="options">How this turn is run.</param>
    /// <param name="cancellationToken">Cancels the turn, as long as the model has not answered.</param>
    /// <returns>The answer; it is stored.</returns>
    /// <exception cref="InvalidOperationException">There is nothing to resume, or approvals are still missing.</exception>
    /// <exception cref="SessionUnsavedException">The store failed again.</exception>
    /// <exception cref="SessionConflictException">Somebody else wrote to the thread in between.</exception>
    /// <exception cref="SessionNotFoundException">The session was deleted.</exception>
    public Task<ChatReply> ResumeAsync(SendOptions? options = null, CancellationToken cancellationToken = default) =>
        Turn(null, options).RunAsync(cancellationToken);
}
