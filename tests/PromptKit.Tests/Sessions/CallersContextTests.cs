namespace PromptKit.Tests.Sessions;

/// <summary>Who reads a stream on a synchronization context, as user interfaces do, has nothing run there but the reading.</summary>
public class CallersContextTests
{
    private readonly List<SynchronizationContext?> _seen = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("to the end")]
    [InlineData("stop")]
    [InlineData("leave")]
    public async Task ToolsStoresReducersAndStateFunctions_RunWithoutIt(string how)
    {
        var store = new FaultyStore(new InMemorySessionStore()) { BeforeCommit = (_, _) => Look() };
        var model = new ScriptedChatClient { BeforeChunk = (_, _) => Look() }.Otherwise(request =>
            request.ToolResults.Count > 0 ? "one two three" : ScriptedReply.Call("a")
        );
        var options = new SessionManagerOptions { HistoryReducer = new FakeReducer(Reduce) };
        var session = await new SessionManager(model, store, options).CreateAsync(0, "s", Token);
        await session.Chat().SendAsync("before", new SendOptions { Tools = [AIFunctionFactory.Create(() => "1", "a")] }, Token);
        _seen.Clear();
        var tool = AIFunctionFactory.Create(
            async () =>
            {
                await Look();
                await session.UpdateStateAsync(Count, Token);
            },
            "a"
        );
        var chat = session.Chat(options: new ChatOptions { Tools = [tool] });

        var context = new PoolContext();
        var reading = new TaskCompletionSource<Task>();
        context.Post(_ => reading.SetResult(ReadAsync(chat.SendStreamingAsync("hi", Token), how, context)), null);
        await await reading.Task;

        Assert.True(_seen.Count > 4);
        Assert.All(_seen, Assert.Null);

        IEnumerable<ChatMessage> Reduce(IReadOnlyList<ChatMessage> messages)
        {
            See();
            return messages;
        }

        int Count(int state)
        {
            See();
            return state + 1;
        }
    }

    private static async Task ReadAsync(ChatStream stream, string how, SynchronizationContext context)
    {
        await foreach (var update in stream)
        {
            Assert.Same(context, SynchronizationContext.Current);
            Assert.Null(Session.Current);
            if (update.Text.Length > 0 && how == "stop")
            {
                await stream.StopAsync();
            }
            else if (update.Text.Length > 0 && how == "leave")
            {
                break;
            }
        }
    }

    private ValueTask Look()
    {
        See();
        return ValueTask.CompletedTask;
    }

    private void See() => _seen.Add(SynchronizationContext.Current);

    /// <summary>A context that is current wherever something runs that was posted to it.</summary>
    private sealed class PoolContext : SynchronizationContext
    {
        public override void Post(SendOrPostCallback d, object? state) =>
            ThreadPool.QueueUserWorkItem(_ =>
            {
                SetSynchronizationContext(this);
                d(state);
                SetSynchronizationContext(null);
            });
    }
}
