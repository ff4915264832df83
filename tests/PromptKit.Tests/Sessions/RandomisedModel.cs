using System.Runtime.CompilerServices;

namespace PromptKit.Tests.Sessions;

/// <summary>A model that calls tools and fails in the middle, at random. It refuses what a real service refuses.</summary>
internal sealed class RandomisedModel(RandomisedWorld world) : IChatClient
{
    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        var all = messages.ToList();
        await StepAsync();
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
            await StepAsync();
            yield return update;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose() { }

    private ScriptedChatClient Answer() =>
        new ScriptedChatClient { ChunkSize = 3 }.Otherwise(request =>
            !world.IsCalm && world.Chance(0.05) ? ScriptedReply.Failure(new HttpRequestException("503"), after: $"re {request.UserText}")
            : world.Chance(0.3)
                ? new ScriptedReply { Contents = [.. Enumerable.Range(0, world.Draw(random => random.Next(1, 4))).Select(Call)] }
            : $"re {request.UserText}"
        );

    // Ids as the services that count from 0 in every answer give them.
    private FunctionCallContent Call(int number) => new($"call_{number}", world.Chance(0.1) ? "pay" : "tool");

    private ValueTask StepAsync() => world.MaybeFailAsync("model failed", 0.01);
}
