using Microsoft.Extensions.AI;

namespace PromptKit;

/// <summary>A chat whose answers are read into a <typeparamref name="TOutput"/>.</summary>
/// <typeparam name="TOutput">The output: a generated record or enum, a list, a scalar.</typeparam>
/// <inheritdoc cref="Chat" path="/remarks"/>
public class Chat<TOutput> : Chat
{
    internal Chat(Session session, ChatThread thread, Func<IChatPreamble> source, PromptOutput<TOutput> output, ChatOptions? options)
        : base(session, thread, source, options) => Output = output;

    private protected PromptOutput<TOutput> Output { get; }

    /// <inheritdoc cref="Chat.SendAsync(string, CancellationToken)"/>
    public new Task<ChatReply<TOutput>> SendAsync(string text, CancellationToken cancellationToken = default) =>
        SendAsync(text, null, cancellationToken);

    /// <inheritdoc cref="Chat.SendAsync(string, SendOptions, CancellationToken)"/>
    public new Task<ChatReply<TOutput>> SendAsync(string text, SendOptions? options, CancellationToken cancellationToken = default) =>
        TypeAsync(base.SendAsync(text, options, cancellationToken));

    /// <inheritdoc cref="Chat.SendAsync(IEnumerable{AIContent}, CancellationToken)"/>
    public new Task<ChatReply<TOutput>> SendAsync(IEnumerable<AIContent> contents, CancellationToken cancellationToken = default) =>
        SendAsync(contents, null, cancellationToken);

    /// <inheritdoc cref="Chat.SendAsync(IEnumerable{AIContent}, SendOptions, CancellationToken)"/>
    public new Task<ChatReply<TOutput>> SendAsync(
        IEnumerable<AIContent> contents,
        SendOptions? options,
        CancellationToken cancellationToken = default
    ) => TypeAsync(base.SendAsync(contents, options, cancellationToken));

    /// <inheritdoc cref="Chat.SendAsync(ChatMessage, CancellationToken)"/>
    public new Task<ChatReply<TOutput>> SendAsync(ChatMessage message, CancellationToken cancellationToken = default) =>
        SendAsync(message, null, cancellationToken);

    /// <inheritdoc cref="Chat.SendAsync(ChatMessage, SendOptions, CancellationToken)"/>
    public new Task<ChatReply<TOutput>> SendAsync(
        ChatMessage message,
        SendOptions? options,
        CancellationToken cancellationToken = default
    ) => TypeAsync(base.SendAsync(message, options, cancellationToken));

    /// <inheritdoc cref="Chat.ResumeAsync"/>
    public new Task<ChatReply<TOutput>> ResumeAsync(SendOptions? options = null, CancellationToken cancellationToken = default) =>
        TypeAsync(base.ResumeAsync(options, cancellationToken));

    /// <inheritdoc cref="Chat.SendStreamingAsync(string, CancellationToken)"/>
    public new ChatStream<TOutput> SendStreamingAsync(string text, CancellationToken cancellationToken = default) =>
        SendStreamingAsync(text, null, cancellationToken);

    /// <inheritdoc cref="Chat.SendStreamingAsync(string, SendOptions, CancellationToken)"/>
    public new ChatStream<TOutput> SendStreamingAsync(string text, SendOptions? options, CancellationToken cancellationToken = default) =>
        new(Turn(UserMessage.Of(text), options), cancellationToken, Output);

    /// <inheritdoc cref="Chat.SendStreamingAsync(IEnumerable{AIContent}, CancellationToken)"/>
    public new ChatStream<TOutput> SendStreamingAsync(IEnumerable<AIContent> contents, CancellationToken cancellationToken = default) =>
        SendStreamingAsync(contents, null, cancellationToken);

    /// <inheritdoc cref="Chat.SendStreamingAsync(IEnumerable{AIContent}, SendOptions, CancellationToken)"/>
    public new ChatStream<TOutput> SendStreamingAsync(
        IEnumerable<AIContent> contents,
        SendOptions? options,
        CancellationToken cancellationToken = default
    ) => new(Turn(UserMessage.Of(contents), options), cancellationToken, Output);

    /// <inheritdoc cref="Chat.SendStreamingAsync(ChatMessage, CancellationToken)"/>
    public new ChatStream<TOutput> SendStreamingAsync(ChatMessage message, CancellationToken cancellationToken = default) =>
        SendStreamingAsync(message, null, cancellationToken);

    /// <inheritdoc cref="Chat.SendStreamingAsync(ChatMessage, SendOptions, CancellationToken)"/>
    public new ChatStream<TOutput> SendStreamingAsync(
        ChatMessage message,
        SendOptions? options,
        CancellationToken cancellationToken = default
    ) => new(Turn(UserMessage.Of(message), options), cancellationToken, Output);

    /// <inheritdoc cref="Chat.ResumeStreamingAsync"/>
    public new ChatStream<TOutput> ResumeStreamingAsync(SendOptions? options = null, CancellationToken cancellationToken = default) =>
        new(Turn(null, options), cancellationToken, Output);

    private async Task<ChatReply<TOutput>> TypeAsync(Task<ChatReply> reply) => new(await reply.ConfigureAwait(false), Output);
}
