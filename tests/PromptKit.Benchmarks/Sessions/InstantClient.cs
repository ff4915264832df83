using Microsoft.Extensions.AI;

namespace PromptKit.Benchmarks.Sessions;

/// <summary>A model that costs nothing: it answers at once, after one round of the tool <c>weather</c> if it is told so.</summary>
internal sealed class InstantClient(bool withTool) : IChatClient
{
    public const string Question = "What is the weather like?";
    public const string Answer = "It is sunny and warm.";

    private int _calls;

    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        Task.FromResult(
            new ChatResponse(
                withTool && ++_calls % 2 == 1
                    ? new ChatMessage(ChatRole.Assistant, [new FunctionCallContent("call_1", "weather")])
                    : new ChatMessage(ChatRole.Assistant, Answer)
            )
        );

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default
    ) => throw new NotSupportedException();

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose() { }
}
