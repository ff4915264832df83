using Microsoft.Extensions.AI;

namespace PromptKit;

/// <summary>A chat whose answers are read into a <typeparamref name="TOutput"/>, also while they are written.</summary>
/// <typeparam name="TOutput">The output: a generated record or enum, a list, a scalar.</typeparam>
/// <typeparam name="TPartial">What there is of the output while it is being written: of a record, one whose members are all nullable.</typeparam>
/// <inheritdoc cref="Chat" path="/remarks"/>
public sealed class Chat<TOutput, TPartial> : Chat<TOutput>
{
    internal Chat(
        Session session,
        ChatThread thread,
        Func<IChatPreamble> source,
        PromptOutput<TOutput, TPartial> output,
        ChatOptions? options
    )
        : base(session, thread, source, output, options) => Output = output;

    private new PromptOutput<TOutput, TPartial> Output { get; }

    /// <inheritdoc cref="Chat.SendStreamingAsync(string, CancellationToken)"/>
    public new ChatStream<TOutput, TPartial> SendStreamingAsync(string text, CancellationToken cancellationToken = default) =>
        SendStreamingAsync(text, null, cancellationToken);

    /// <inheritdoc cref="Chat.SendStreamingAsync(string, SendOptions, CancellationToken)"/>
    public new ChatStream<TOutput, TPartial> SendStreamingAsync(
        string text,
        SendOptions? options,
        CancellationToken cancellationToken = default
    ) => new(Turn(UserMessage.Of(text), options), cancellationToken, Output);

    /// <inheritdoc cref="Chat.SendStreamingAsync(IEnumerable{AIContent}, CancellationToken)"/>
    public new ChatStream<TOutput, TPartial> SendStreamingAsync(
        IEnumerable<AIContent> contents,
        CancellationToken cancellationToken = default
    ) => SendStreamingAsync(contents, null, cancellationToken);

    /// <inheritdoc cref="Chat.SendStreamingAsync(IEnumerable{AIContent}, SendOptions, CancellationToken)"/>
    public new ChatStream<TOutput, TPartial> SendStreamingAsync(
        IEnumerable<AIContent> contents,
        SendOptions? options,
        CancellationToken cancellationToken = default
    ) => new(Turn(UserMessage.Of(contents), options), cancellationToken, Output);

    /// <inheritdoc cref="Chat.SendStreamingAsync(ChatMessage, CancellationToken)"/>
    public new ChatStream<TOutput, TPartial> SendStreamingAsync(ChatMessage message, CancellationToken cancellationToken = default) =>
        SendStreamingAsync(message, null, cancellationToken);

    /// <inheritdoc cref="Chat.SendStreamingAsync(ChatMessage, SendOptions, CancellationToken)"/>
    public new ChatStream<TOutput, TPartial> SendStreamingAsync(
        ChatMessage message,
        SendOptions? options,
        CancellationToken cancellationToken = default
    ) => new(Turn(UserMessage.Of(message), options), cancellationToken, Output);

    /// <inheritdoc cref="Chat.ResumeStreamingAsync"/>
    public new ChatStream<TOutput, TPartial> ResumeStreamingAsync(
        SendOptions? options = null,
        CancellationToken cancellationToken = default
    ) => new(Turn(null, options), cancellationToken, Output);
}
