using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace PromptKit;

/// <summary>
/// Stands between function invocation, which knows the turn's new messages only, and the caller's client: puts preamble and history in
/// front, commits each round before the next call, and sees every answer.
/// </summary>
internal sealed class TurnComposer(TurnRun run) : IChatClient
{
    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        if (await run.NextCallAsync(messages).ConfigureAwait(false) is not { } call)
        {
            return new ChatResponse();
        }

        if (call.Known is { } known)
        {
            return known;
        }

        cancellationToken.ThrowIfCancellationRequested();
        var response = await call.Client.GetResponseAsync(call.Messages, call.Options, cancellationToken).ConfigureAwait(false);
        return run.Record(response);
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        if (await run.NextCallAsync(messages).ConfigureAwait(false) is not { } call)
        {
            yield break;
        }

        if (call.Known is { } known)
        {
            foreach (var update in known.ToChatResponseUpdates())
            {
                yield return update;
            }

            yield break;
        }

        cancellationToken.ThrowIfCancellationRequested();
        var received = new ReceivedUpdates();
        run.Received = received;
        var updates = call.Client.GetStreamingResponseAsync(call.Messages, call.Options, cancellationToken);
        await foreach (var update in updates.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            received.Add(update);
            if (WithoutCalls(update) is { } visible)
            {
                yield return visible;
            }
        }

        // Calls are shown when all of them are known: only then it is clear whether they run.
        var response = run.Record(received.ToResponse());
        if (run.HasOpenCalls)
        {
            var calls = response.Messages[^1].Contents.Where(content => content is FunctionCallContent or ToolApprovalRequestContent);
            yield return new ChatResponseUpdate(ChatRole.Assistant, [.. calls])
            {
                MessageId = response.Messages[^1].MessageId,
                ResponseId = response.ResponseId,
                ModelId = response.ModelId,
            };
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => run.Agent.Client.GetService(serviceType, serviceKey);

    /// <summary>Does nothing: the client is the caller's.</summary>
    public void Dispose() { }

    private ChatResponseUpdate? WithoutCalls(ChatResponseUpdate update)
    {
        var calls = 0;
        for (var index = 0; index < update.Contents.Count; index++)
        {
            calls += update.Contents[index] is FunctionCallContent ? 1 : 0;
        }

        if (calls == 0 && update.ConversationId is null)
        {
            return update;
        }

        var copy = update.Clone();
        copy.ConversationId = null;
        if (calls > 0)
        {
            run.HasOpenCalls = true;
            copy.Contents = [.. update.Contents.Where(content => content is not FunctionCallContent)];
            return copy.Contents.Count == 0 && copy.FinishReason is null ? null : copy;
        }

        return copy;
    }
}
