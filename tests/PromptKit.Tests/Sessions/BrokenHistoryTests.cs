using System.Runtime.CompilerServices;

namespace PromptKit.Tests.Sessions;

/// <summary>The scripted model notices it when somebody changes what it was shown; these tests break that on purpose.</summary>
public class BrokenHistoryTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AClientThatChangesMessages_AfterTheModelSawThem_IsNoticed_AndTheHistoryIsNot(bool streaming)
    {
        var model = new ScriptedChatClient().Otherwise("ok");
        using var breaking = new ChangingClient(model);
        var chat = new Session(breaking).Chat();
        await chat.TakeTurnAsync(streaming, "one", cancellationToken: Token);

        await Assert.ThrowsAsync<InvalidConversationException>(() => chat.TakeTurnAsync(streaming, "two", cancellationToken: Token));
        Assert.Equal(["user: one", "assistant: ok"], chat.Messages.Lines());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AClientThatTearsACallFromItsResult_IsNoticed(bool streaming)
    {
        var model = new ScriptedChatClient().Enqueue(ScriptedReply.Call("a"), "ok");
        using var breaking = new ChangingClient(model) { Drops = ChatRole.Tool };
        var chat = new Session(breaking).Chat(options: new ChatOptions { Tools = [AIFunctionFactory.Create(() => "1", "a")] });

        var error = await Assert.ThrowsAsync<InvalidConversationException>(() =>
            chat.TakeTurnAsync(streaming, "one", cancellationToken: Token)
        );
        Assert.Contains("before the result of", error.Message, StringComparison.Ordinal);
        Assert.Equal(ChatStatus.Interrupted, chat.Status);
    }

    /// <summary>A middleware as it must not be.</summary>
    private sealed class ChangingClient(IChatClient inner) : DelegatingChatClient(inner)
    {
        public ChatRole? Drops { get; init; }

        public override async Task<ChatResponse> GetResponseAsync(
            IEnumerable<ChatMessage> messages,
            ChatOptions? options = null,
            CancellationToken cancellationToken = default
        )
        {
            List<ChatMessage> all = [.. messages.Where(message => message.Role != Drops)];
            var response = await base.GetResponseAsync(all, options, cancellationToken);
            Change(all);
            return response;
        }

        public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<ChatMessage> messages,
            ChatOptions? options = null,
            [EnumeratorCancellation] CancellationToken cancellationToken = default
        )
        {
            List<ChatMessage> all = [.. messages.Where(message => message.Role != Drops)];
            await foreach (var update in base.GetStreamingResponseAsync(all, options, cancellationToken))
            {
                yield return update;
            }

            Change(all);
        }

        private void Change(List<ChatMessage> messages)
        {
            if (Drops is null)
            {
                messages[0].Contents.Add(new TextContent("changed"));
            }
        }
    }
}
