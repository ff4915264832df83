namespace PromptKit.Tests.Sessions;

/// <summary>A reducer that does what a test says, and says nothing about itself.</summary>
internal sealed class FakeReducer(Func<IReadOnlyList<ChatMessage>, IEnumerable<ChatMessage>> reduce) : IChatReducer
{
    /// <summary>What it was asked about, as it was then.</summary>
    public List<string[]> Asked { get; } = [];

    public Task<IEnumerable<ChatMessage>> ReduceAsync(IEnumerable<ChatMessage> messages, CancellationToken cancellationToken)
    {
        List<ChatMessage> all = [.. messages];
        Asked.Add([.. all.Story()]);
        return Task.FromResult(reduce(all));
    }
}
