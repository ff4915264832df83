using PromptKit.Rendering;

namespace PromptKit.Tests.Sessions;

/// <summary>DESIGN 6.6: the model hands the thread to another prompt, in the middle of a turn and across restarts.</summary>
public class AgentTests
{
    private readonly InMemorySessionStore _store = new();
    private readonly ScriptedChatClient _model = new();
    private readonly Agent _triage = new("triage", "support/billing", "tech");
    private readonly Agent _billing = new("support/billing", "triage");
    private readonly Agent _tech = new("tech");
    private readonly Agent _echo = new("echo", "echo");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ATransfer_ChangesPreambleAndTools_ForTheRestOfTheTurnAndAfter(bool streaming)
    {
        _model.Enqueue(Transfer("transfer_to_support_billing", "invoice"), "billing here", "billing again");
        var chat = (await SessionAsync()).Chat(_triage.With("start"));

        var reply = await chat.TakeTurnAsync(streaming, "hi", null, Token);
        await chat.TakeTurnAsync(streaming, "more", null, Token);

        Assert.Equal("support/billing", reply.Agent);
        Assert.Equal("billing here", reply.Text);
        Assert.Equal(
            ["triage: start", "support/billing: invoice", "support/billing: invoice"],
            _model.Requests.Select(request => request.SystemText)
        );
        Assert.Equal(["transfer_to_support_billing", "transfer_to_tech"], ToolsOf(0));
        Assert.Equal(["transfer_to_triage"], ToolsOf(1));
        Assert.Equal("support/billing", _model.Requests[1].Options?.ModelId);
        Assert.Equal(
            [
                "user: hi",
                "assistant: transfer_to_support_billing()",
                "tool: =The conversation is handed over to support/billing.",
                "assistant: billing here",
            ],
            chat.Messages.Story().Take(4)
        );
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AfterARestart_TheStoredAgentGoesOn_IfTheChatsPromptLeadsToIt(bool streaming)
    {
        _model.Enqueue(Transfer("transfer_to_support_billing", "invoice"), "one", "two", "three");
        await (await SessionAsync()).Chat(_triage.With("start")).TakeTurnAsync(streaming, "hi", null, Token);

        var session = await Manager().OpenAsync("s", Token);
        var reply = await session.Chat(_triage.With("start")).TakeTurnAsync(streaming, "more", null, Token);
        Assert.Equal("support/billing", reply.Agent);

        reply = await session.Chat(_tech.With("direct")).TakeTurnAsync(streaming, "more", null, Token);
        Assert.Equal("tech", reply.Agent);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task OfTwoTargets_TheFirstWins_AfterTheOtherCallsOfItsRound(bool streaming)
    {
        var order = new List<string?>();
        var tool = AIFunctionFactory.Create(() => order.Add("tool"), "tool");
        _model
            .Enqueue(
                new ScriptedReply
                {
                    Contents =
                    [
                        .. Transfer("transfer_to_tech", "a").Contents,
                        new FunctionCallContent("t", "tool"),
                        .. Transfer("transfer_to_support_billing", "b").Contents,
                    ],
                }
            )
            .Enqueue("done");
        var chat = (await SessionAsync()).Chat(_triage.With("start"), new ChatOptions { Tools = [tool] });

        var reply = await chat.TakeTurnAsync(streaming, "hi", null, Token);

        Assert.Equal("tech", reply.Agent);
        Assert.Equal(["tool"], order);
        Assert.EndsWith(
            "=Error: The conversation is handed over to tech already.",
            chat.Messages.Story().ElementAt(2),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ThereAndBack_AndInputThatDoesNotFit_AndUnknownTargets(bool streaming)
    {
        _model.Enqueue(
            ScriptedReply.Call("transfer_to_nobody"),
            ScriptedReply.Call("transfer_to_support_billing"),
            Transfer("transfer_to_support_billing", "x"),
            Transfer("transfer_to_triage", "back"),
            "triage again"
        );
        var chat = (await SessionAsync()).Chat(_triage.With("start"));

        var reply = await chat.TakeTurnAsync(streaming, "hi", null, Token);

        Assert.Equal("triage", reply.Agent);
        Assert.Equal("triage: back", _model.Requests[^1].SystemText);
        var results = chat.Messages.Where(message => message.Role == ChatRole.Tool).Story().ToList();
        Assert.Contains("not found", results[0], StringComparison.Ordinal);
        Assert.Contains("Error", results[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ATransferToItself_ChangesTheInput_AlsoAfterARestart(bool streaming)
    {
        _model.Enqueue(Transfer("transfer_to_echo", "second"), "one", "two");
        await (await SessionAsync()).Chat(_echo.With("first")).TakeTurnAsync(streaming, "hi", null, Token);
        await (await Manager().OpenAsync("s", Token)).Chat(_echo.With("first")).TakeTurnAsync(streaming, "more", null, Token);

        Assert.Equal(["echo: first", "echo: second", "echo: second"], _model.Requests.Select(request => request.SystemText));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ATransferBesideAnApproval_WaitsWithIt_AndBelongsToTheAgentThatMadeIt(bool streaming)
    {
        var pay = new ApprovalRequiredAIFunction(AIFunctionFactory.Create(() => "paid", "pay"));
        _model
            .Enqueue(new ScriptedReply { Contents = [.. Transfer("transfer_to_tech", "a").Contents, new FunctionCallContent("p", "pay")] })
            .Enqueue("tech here");
        var options = new ChatOptions { Tools = [pay] };
        await (await SessionAsync()).Chat(_triage.With("start"), options).TakeTurnAsync(streaming, "hi", null, Token);

        var chat = (await Manager().OpenAsync("s", Token)).Chat(_triage.With("start"), options);
        Assert.Equal("triage", Assert.Single(chat.PendingApprovals).Agent);
        await chat.ApproveAsync(chat.PendingApprovals[0], Token);
        var reply = await chat.TakeUpAsync(streaming, null, Token);

        Assert.Equal("tech", reply.Agent);
        Assert.Equal("tool: =The conversation is handed over to tech. =paid", chat.Messages.Story().ElementAt(2));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AFailureAfterATransfer_IsResumedByTheNewAgent(bool streaming)
    {
        _model.Enqueue(Transfer("transfer_to_tech", "a"), ScriptedReply.Failure(new HttpRequestException()), "tech here");
        var chat = (await SessionAsync()).Chat(_triage.With("start"));
        await Assert.ThrowsAsync<HttpRequestException>(() => chat.TakeTurnAsync(streaming, "hi", null, Token));

        chat = (await Manager().OpenAsync("s", Token)).Chat(_triage.With("start"));
        Assert.Equal("tech", (await chat.TakeUpAsync(streaming, null, Token)).Agent);
    }

    [Fact]
    public async Task WithoutAWayToFindPrompts_AgentsAreAnErrorBeforeAnyCall()
    {
        var chat = new Session(_model).Chat(_triage.With("start"));
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => chat.SendAsync("hi", Token));
        Assert.Contains("FindPrompt", error.Message, StringComparison.Ordinal);
        Assert.Empty(_model.Requests);
    }

    private static ScriptedReply Transfer(string tool, string topic) =>
        new() { Contents = [new FunctionCallContent(tool, tool, new Dictionary<string, object?> { ["topic"] = topic })] };

    private IEnumerable<string> ToolsOf(int request) => _model.Requests[request].Options!.Tools!.Select(tool => tool.Name);

    private SessionManager Manager() =>
        new(
            _model,
            _store,
            new SessionManagerOptions
            {
                FindPrompt = name => new[] { _triage, _billing, _tech, _echo }.FirstOrDefault(each => each.Name == name),
            }
        );

    private Task<Session> SessionAsync() => Manager().CreateAsync("s", Token);

    private sealed class Agent(string name, params string[] agents) : Prompt<string>
    {
        public override string Name => name;

        public override string SourceHash => "0";

        public override IReadOnlyList<string> AgentNames => agents;

        protected override string? InputSchemaJson => """{"type":"object","properties":{"topic":{"type":"string"}},"required":["topic"]}""";

        public override Preamble Render(string input) =>
            new([new ChatMessage(ChatRole.System, $"{name}: {input}")], new ChatOptions { ModelId = name });

        protected override string ReadInput(JsonInput json) => json.Required("topic").ReadString();
    }
}
