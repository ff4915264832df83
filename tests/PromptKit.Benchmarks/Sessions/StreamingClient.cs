using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace PromptKit.Benchmarks.Sessions;

/// <summary>A model that streams an answer of some chunks, which it has made beforehand.</summary>
internal sealed class StreamingClient(int chunks) : IChatClient
{
    private readonly ChatResponseUpdate[] _updates =
    [
        .. Enumerable.Range(0, chunks).Select(_ => new ChatResponseUpdate(ChatRole.Assistant, "word ")),
    ];

    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default
    ) => throw new NotSupportedException();

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        foreach (var update in _updates)
        {
            await Task.CompletedTask.ConfigureAwait(false);
            yield return update;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose() { }
}
