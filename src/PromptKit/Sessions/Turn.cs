using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace PromptKit;

/// <summary>One user message and everything up to the final answer. Runs once.</summary>
/// <param name="client">The model.</param>
/// <param name="thread">Where the turn queues, reads the history and commits.</param>
/// <param name="preamble">Rendered when the turn begins, not when it is queued.</param>
/// <param name="message">The user's message; the turn's own copy.</param>
internal sealed class Turn(IChatClient client, ChatThread thread, IChatPreamble preamble, ChatMessage message)
{
    public async Task<ChatReply> RunAsync(CancellationToken cancellationToken)
    {
        await thread.Turns.EnterAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var (messages, options) = Compose(cancellationToken);
            var response = await client.GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false);

            // The model has answered: from here on the token is no longer observed.
            return Commit(response);
        }
        finally
        {
            thread.Turns.Leave();
        }
    }

    /// <summary>Runs the turn as fast as the updates are read.</summary>
    /// <param name="reply">Set at the commit; failing it is the reader's part.</param>
    /// <param name="cancellationToken">Cancels the turn.</param>
    public async IAsyncEnumerable<ChatResponseUpdate> StreamAsync(
        TaskCompletionSource<ChatReply> reply,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        // Who has seen the end can rely on it. So an update is held back until the next one shows that it was not the last; and from
        // the one that says why the model stopped, all are held back until the commit.
        var heldBack = new List<ChatResponseUpdate>(capacity: 2);
        await thread.Turns.EnterAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var (messages, options) = Compose(cancellationToken);
            var received = new List<ChatResponseUpdate>();
            var answered = false;
            var updates = client.GetStreamingResponseAsync(messages, options, cancellationToken);
            await foreach (var update in updates.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                received.Add(MessageCopy.Of(update));
                if (!answered)
                {
                    // For clients that do not look at the token.
                    cancellationToken.ThrowIfCancellationRequested();
                    if (heldBack.Count > 0)
                    {
                        yield return heldBack[0];
                        heldBack.Clear();
                    }
                }

                heldBack.Add(WithoutConversationId(update));
                answered |= update.FinishReason is { } reason && reason != ChatFinishReason.ToolCalls;
            }

            reply.SetResult(Commit(received.ToChatResponse()));
        }
        finally
        {
            thread.Turns.Leave();
        }

        foreach (var update in heldBack)
        {
            yield return update;
        }
    }

    private static ChatResponseUpdate WithoutConversationId(ChatResponseUpdate update)
    {
        if (update.ConversationId is null)
        {
            return update;
        }

        var copy = update.Clone();
        copy.ConversationId = null;
        return copy;
    }

    private (RequestMessages Messages, ChatOptions Options) Compose(CancellationToken cancellationToken)
    {
        // Cancelled in the moment its time came: as if it had never been queued.
        cancellationToken.ThrowIfCancellationRequested();
        var rendered = preamble.Render();

        // Clients may change what they are given; and the history is here, not at the service.
        var options = rendered.Options.Clone();
        options.ConversationId = null;
        return (new RequestMessages(rendered.Messages, thread.History.Snapshot, MessageCopy.Of(message)), options);
    }

    private ChatReply Commit(ChatResponse response)
    {
        Answer.ThrowIfUnfinished(response.Messages);
        thread.History.Append([message, .. response.Messages.Where(Answer.HasContent).Select(MessageCopy.Of)]);
        return new ChatReply(response);
    }
}
