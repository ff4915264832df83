using Microsoft.Extensions.AI;

namespace PromptKit.Benchmarks.Stores;

/// <summary>A model that costs nothing, and answers in a few sentences.</summary>
internal sealed class OneAnswer : IChatClient
{
    public const string Question = "My internet keeps dropping, mostly in the evening. What can I do about it?";

    private const string Answer =
        "I am sorry about the trouble with your connection. Please tell me whether the light of the router blinks when it happens, and "
        + "whether a device that is connected by cable loses the connection as well. If you can, restart the router once.";

    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default
    ) => Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, Answer)));

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default
    ) => throw new NotSupportedException();

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose() { }
}
