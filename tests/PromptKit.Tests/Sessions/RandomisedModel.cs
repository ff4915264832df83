using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace PromptKit.Tests.Sessions;

/// <summary>A model that calls tools, fails in the middle, and cancels its callers, at random. It refuses what a real service refuses.</summary>
internal sealed class RandomisedModel(RandomisedWorld world) : IChatClient
{
    private readonly ConcurrentDictionary<string, CancellationTokenSource> _toCancel = new(StringComparer.Ordinal);

    /// <summary>Cancels at one of the next steps of the turn with this text.</summary>
    public void CancelSoon(string text, CancellationTokenSource cancellation) => _toCancel[text] = cancellation;

    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        var all = messages.ToList();
        await StepAsync(all);
        return await Answer().GetResponseAsync(all, options, cancellationToken);
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        var all = messages.ToList();
        await foreach (var update in Answer().GetStreamingResponseAsync(all, options, cancellationToken))
        {
            await StepAsync(all);
            yield return update;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose() { }

    private static string UserText(IEnumerable<ChatMessage> messages) => messages.Last(message => message.Role == ChatRole.User).Text;

    private ScriptedChatClient Answer() =>
        new ScriptedChatClient { ChunkSize = 3 }.Otherwise(request =>
            !world.IsCalm && world.Chance(0.05) ? ScriptedReply.Failure(new HttpRequestException("503"), after: "half of i")
            : world.Chance(0.3)
                ? new ScriptedReply { Contents = [.. Enumerable.Range(0, world.Draw(random => random.Next(1, 4))).Select(Call)] }
            : $"re {request.UserText}"
        );

    // Ids as the services that count from 0 in every answer give them.
    private static FunctionCallContent Call(int number) => new($"call_{number}", "tool");

    private async Task StepAsync(List<ChatMessage> messages)
    {
        if (world.Chance(0.5))
        {
            await Task.Yield();
        }

        if (world.Chance(0.3) && _toCancel.TryRemove(UserText(messages), out var cancellation))
        {
            try
            {
                await cancellation.CancelAsync();
            }
            catch (ObjectDisposedException)
            {
                // Its turn is over; somebody else resumes it.
            }
        }
    }
}
