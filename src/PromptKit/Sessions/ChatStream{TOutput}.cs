using System.Diagnostics;

namespace PromptKit;

/// <summary>A model's answer while it is being written, to be read into a <typeparamref name="TOutput"/>.</summary>
/// <typeparam name="TOutput">The output: a generated record or enum, a list, a scalar.</typeparam>
/// <inheritdoc cref="ChatStream" path="/remarks"/>
public class ChatStream<TOutput> : ChatStream
{
    private readonly PromptOutput<TOutput> _output;
    private Task<ChatReply<TOutput>>? _typed;

    internal ChatStream(Turn turn, CancellationToken cancellationToken, PromptOutput<TOutput> output)
        : base(turn, cancellationToken) => _output = output;

    /// <inheritdoc cref="ChatStream.Reply"/>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)] // Looking at it would start the turn.
    public new Task<ChatReply<TOutput>> Reply
    {
        get
        {
            var reply = base.Reply;
            return Volatile.Read(ref _typed) ?? Interlocked.CompareExchange(ref _typed, TypeAsync(reply), null) ?? _typed;
        }
    }

    private async Task<ChatReply<TOutput>> TypeAsync(Task<ChatReply> reply) => new(await reply.ConfigureAwait(false), _output);
}
