using Microsoft.Extensions.DependencyInjection;
using PromptKit.Rendering;

namespace PromptKit.Tests.Sessions;

/// <summary>The bullet rules of the surface: options, tools, clients by name, being busy, tools that send.</summary>
public class TurnOptionsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task OptionsOfTheSend_AreStrongerThanTheChats_ThanThePreambles(bool streaming)
    {
        var model = new ScriptedChatClient().Otherwise("ok");
        var preamble = new CountingPreamble
        {
            Options = new()
            {
                Temperature = 0.1f,
                TopP = 0.1f,
                Seed = 1,
                Tools = [Tool("a")],
                AdditionalProperties = new() { ["x"] = 1, ["y"] = 1 },
            },
        };
        var chat = new Session(model).Chat(
            preamble,
            new ChatOptions
            {
                TopP = 0.2f,
                Seed = 2,
                Tools = [Tool("b")],
            }
        );
        var send = new SendOptions
        {
            Options = new()
            {
                Seed = 3,
                Tools = [Tool("c")],
                AdditionalProperties = new() { ["y"] = 3 },
            },
            Tools = [Tool("d")],
        };

        await chat.TakeTurnAsync(streaming, "hi", send, Token);

        var options = model.Requests[0].Options!;
        Assert.Equal((0.1f, 0.2f, 3L), (options.Temperature!.Value, options.TopP!.Value, options.Seed!.Value));
        Assert.Equal(["a", "b", "c", "d"], options.Tools!.Select(tool => tool.Name));
        Assert.Equal((1, 3), (options.AdditionalProperties!["x"], options.AdditionalProperties["y"]));
        Assert.Single(preamble.Options.Tools!);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task TwoToolsOfOneName_AreAnErrorBeforeAnyCall(bool streaming)
    {
        var model = new ScriptedChatClient().Otherwise("ok");
        var chat = new Session(model).Chat(options: new ChatOptions { Tools = [Tool("a")] });

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            chat.TakeTurnAsync(streaming, "hi", new SendOptions { Tools = [Tool("a")] }, Token)
        );
        Assert.Contains("'a'", error.Message, StringComparison.Ordinal);
        Assert.Empty(model.Requests);
    }

    [Fact]
    public async Task AToolThatThePromptNeedsAndNobodySupplies_IsAnErrorBeforeAnyCall()
    {
        var model = new ScriptedChatClient().Otherwise("ok");
        var chat = new Session(model).Chat(new ToolPrompt().With("x"));

        await Assert.ThrowsAsync<InvalidOperationException>(() => chat.SendAsync("hi", Token));
        Assert.Empty(model.Requests);
        await chat.SendAsync("hi", new SendOptions { Tools = [Tool("lookup")] }, Token);
    }

    [Fact]
    public async Task AModelWithAPrefix_PicksTheClientOfThatName_IfThereIsOne()
    {
        var model = new ScriptedChatClient().Otherwise("default");
        var fast = new ScriptedChatClient().Otherwise("fast");
        var options = new SessionManagerOptions { Clients = { ["fast"] = fast } };
        var session = await new SessionManager(model, options: options).CreateAsync(cancellationToken: Token);

        Assert.Equal("fast", (await session.Chat(options: new() { ModelId = "fast/small" }).SendAsync("hi", Token)).Text);
        Assert.Equal("default", (await session.Chat(options: new() { ModelId = "meta/llama" }).SendAsync("hi", Token)).Text);

        Assert.Equal("small", fast.Requests[0].Options?.ModelId);
        Assert.Equal("meta/llama", model.Requests[0].Options?.ModelId);
    }

    [Fact]
    public async Task AddPromptKit_TakesClientStoreAndKeyedClients_FromTheServices()
    {
        var store = new InMemorySessionStore();
        var services = new ServiceCollection();
        services.AddChatClient(new ScriptedChatClient().Otherwise("default"));
        services.AddKeyedChatClient("fast", new ScriptedChatClient().Otherwise("fast"));
        services.AddSingleton<ISessionStore>(store);
        services.AddPromptKit();
        await using var provider = services.BuildServiceProvider();

        var session = await provider.GetRequiredService<SessionManager>().CreateAsync("s", Token);
        Assert.Equal("fast", (await session.Chat(options: new() { ModelId = "fast/small" }).SendAsync("hi", Token)).Text);
        Assert.Equal("default", (await session.Chat().SendAsync("hi", Token)).Text);
        Assert.NotNull(await store.OpenAsync("s", Token));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task WhenBusyThrow_DoesNotWait_AndLeavesNoTrace(bool streaming)
    {
        var gate = new Gate();
        var model = new ScriptedChatClient { BeforeChunk = (_, token) => gate.PassAsync(token) }.Otherwise("ok");
        var chat = new Session(model).Chat();
        var first = chat.SendAsync("one", Token);
        await gate.Reached;

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            chat.TakeTurnAsync(streaming, "two", new SendOptions { WhenBusy = WhenBusy.Throw }, Token)
        );
        gate.Open();
        await first;
        await chat.TakeTurnAsync(streaming, "three", new SendOptions { WhenBusy = WhenBusy.Throw }, Token);

        Assert.Equal(["user: one", "assistant: ok", "user: three", "assistant: ok"], chat.Messages.Lines());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AToolThatSendsOnAThreadItsTurnHolds_GetsAnErrorAtOnce_AndMayUseAnother(bool streaming)
    {
        Session session = null!;
        var model = new ScriptedChatClient().Otherwise(request =>
            request.ToolResults.Count > 0 ? $"{request.ToolResults[0].Result}"
            : request.UserText == "hi" ? ScriptedReply.Call("a")
            : request.UserText == "inner" ? ScriptedReply.Call("b")
            : "ok"
        );
        var back = AIFunctionFactory.Create(
            async () =>
            {
                await Assert.ThrowsAsync<InvalidOperationException>(() =>
                    session.Chat("main").TakeTurnAsync(streaming, "again", null, Token)
                );
                return (await session.Chat("third").TakeTurnAsync(streaming, "x", null, Token)).Text;
            },
            "b"
        );
        var tool = AIFunctionFactory.Create(
            async () =>
            {
                await Assert.ThrowsAsync<InvalidOperationException>(() => session.Chat().TakeTurnAsync(streaming, "again", null, Token));
                var side = session.Chat("side", options: new ChatOptions { Tools = [back] });
                return (await side.TakeTurnAsync(streaming, "inner", null, Token)).Text;
            },
            "a"
        );
        session = new Session(model);

        var reply = await session.Chat(options: new ChatOptions { Tools = [tool] }).TakeTurnAsync(streaming, "hi", null, Token);

        Assert.EndsWith("ok", reply.Text, StringComparison.Ordinal);
        Assert.Equal(["main", "side", "third"], session.Threads);
    }

    [Fact]
    public async Task ToolsAndPreambles_RunWithoutTheCallersSynchronizationContext()
    {
        var seen = new List<SynchronizationContext?>();
        var tool = AIFunctionFactory.Create(() => seen.Add(SynchronizationContext.Current), "a");
        var model = new ScriptedChatClient().Otherwise(request =>
        {
            seen.Add(SynchronizationContext.Current);
            return request.ToolResults.Count > 0 ? "done" : ScriptedReply.Call("a");
        });
        var chat = new Session(model).Chat(options: new ChatOptions { Tools = [tool] });
        var before = SynchronizationContext.Current;
        Task<ChatReply> turn;
        SynchronizationContext.SetSynchronizationContext(new SynchronizationContext());
        try
        {
            turn = Task.WhenAll(chat.SendAsync("hi", Token), chat.SendStreamingAsync("hi", Token).Reply)
                .ContinueWith(all => all.GetAwaiter().GetResult()[0], TaskScheduler.Default);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }

        await turn;
        Assert.All(seen, Assert.Null);
        Assert.Equal(6, seen.Count);
    }

    [Fact]
    public async Task OneShot_SendsAPromptAlone_TheOnlyMessageAsTheUsers()
    {
        var model = new ScriptedChatClient().Otherwise("ok");

        await model.GetResponseAsync(new CountingPreamble { Options = new() { Temperature = 0.5f } }, new ChatOptions { Seed = 1 }, Token);

        Assert.Equal(["user: rendering 1"], model.Requests[0].Messages.Lines());
        Assert.Equal((0.5f, 1L), (model.Requests[0].Options!.Temperature!.Value, model.Requests[0].Options!.Seed!.Value));
    }

    private static AIFunction Tool(string name) => AIFunctionFactory.Create(() => "1", name);

    private sealed class ToolPrompt : Prompt<string>
    {
        public override string Name => "tool";

        public override string SourceHash => "0";

        public override IReadOnlyList<string> ToolNames => ["lookup?"];

        public override Preamble Render(string input) => new([]);

        protected override string ReadInput(JsonInput json) => throw new NotSupportedException();
    }
}
