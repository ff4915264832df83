using static PromptKit.Tests.Prompts.Outputs;

namespace PromptKit.Tests.Outputs;

/// <summary>Answers in chats, and without a session, as the prompts' outputs.</summary>
public sealed class TypedChatTests
{
    private const string Right = """{"category":"billing","urgency":3,"summary":"x"}""";
    private const string Wrong = """{"category":"sales","urgency":3}""";

    private static readonly SessionManagerOptions s_options = new()
    {
        FindPrompt = name => Prompts.All.FirstOrDefault(prompt => prompt.Name.EndsWith(name, StringComparison.Ordinal)),
    };

    private readonly ScriptedChatClient _model = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AReplyHasTheOutput_AndWhatWasRepaired()
    {
        _model.Enqueue("""Sure: {"category":"Billing","urgency":"3","summary":"x"}""");

        var reply = await new Session(_model).Chat(Ticket).SendAsync("hi", Token);

        Assert.Equal(
            new TicketOutput
            {
                Category = TicketOutputCategory.Billing,
                Urgency = 3,
                Summary = "x",
            },
            reply.Output
        );
        Assert.Equal(
            [OutputRepairKind.Prose, OutputRepairKind.EnumSpelling, OutputRepairKind.Conversion],
            reply.OutputRepairs.Select(repair => repair.Kind)
        );
    }

    [Fact]
    public async Task TheResponseFormatIsSentEveryTurn_AndNoInstructionEntersTheHistory()
    {
        _model.Enqueue(Right, Right);
        var chat = new Session(_model).Chat(Ticket);

        await chat.SendAsync("one", Token);
        await chat.SendAsync("two", Token);

        Assert.All(_model.Requests, request => Assert.IsType<ChatResponseFormatJson>(request.Options?.ResponseFormat));
        Assert.Equal(["one", Right, "two", Right], chat.Messages.Select(message => message.Text));
        Assert.Equal(["Classify what the customer says.", "one"], _model.Requests[0].Messages.Select(message => message.Text));
    }

    [Fact]
    public async Task WhatDoesNotFitIsAnOutputFormatException_AndTheTurnIsStoredAllTheSame()
    {
        _model.Enqueue("""{"value":"many"}""");
        var chat = new Session(_model).Chat(Count);

        var reply = await chat.SendAsync("hi", Token);

        var exception = Assert.Throws<OutputFormatException>(() => reply.Output);
        Assert.Equal("""{"value":"many"}""", exception.RawText);
        Assert.Equal(new JsonMismatch("value", "must be an integer, but is the text 'many'"), Assert.Single(exception.Mismatches));
        Assert.False(reply.TryGetOutput(Count, out _));
        Assert.Equal(2, chat.Messages.Count);
    }

    [Theory]
    [InlineData(true, null)]
    [InlineData(false, true)]
    public async Task WithStrictOutputARepairIsAMismatch(bool ofSession, bool? ofSend)
    {
        _model.Enqueue("""{"value":"3"}""", """{"value":3}""");
        var chat = new Session(_model, new SessionManagerOptions { StrictOutput = ofSession }).Chat(Count);

        var reply = await chat.SendAsync("hi", new SendOptions { StrictOutput = ofSend }, Token);
        var exception = Assert.Throws<OutputFormatException>(() => reply.Output);
        Assert.Equal("value", Assert.Single(exception.Mismatches).Path);
        Assert.False(reply.TryGetOutput(Count, out _));

        Assert.Equal(3, (await chat.SendAsync("hi", new SendOptions { StrictOutput = ofSend }, Token)).Output);
    }

    [Fact]
    public async Task WhatASendSaysOfStrictOutputIsStrongerThanWhatTheSessionSays()
    {
        _model.Enqueue("""{"value":"3"}""");
        var chat = new Session(_model, new SessionManagerOptions { StrictOutput = true }).Chat(Count);

        Assert.Equal(3, (await chat.SendAsync("hi", new SendOptions { StrictOutput = false }, Token)).Output);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AnAnswerThatDoesNotFitIsAskedForAgain_WithTheReasons_AndOnlyTheLastIsStored(bool streaming)
    {
        _model.Enqueue(Wrong, "no JSON", Right);
        var chat = new Session(_model).Chat(Ticket);

        var reply = await SendAsync(chat, streaming);

        Assert.Equal("x", reply.Output.Summary);
        Assert.Equal(Right, reply.Text);
        Assert.Equal(["hi", Right], chat.Messages.Select(message => message.Text));
        Assert.Equal(
            [ChatRole.User, ChatRole.Assistant, ChatRole.User],
            _model.Requests[1].Messages.Skip(1).Select(message => message.Role)
        );
        Assert.Equal(Wrong, _model.Requests[1].Messages[2].Text);
        Assert.Contains(
            "- category must be one of network, billing, my account, other",
            _model.Requests[1].UserText,
            StringComparison.Ordinal
        );
        Assert.Contains("- summary is missing", _model.Requests[1].UserText, StringComparison.Ordinal);
        Assert.Contains("- $ holds no JSON", _model.Requests[2].UserText, StringComparison.Ordinal);
        Assert.Equal(4, _model.Requests[2].Messages.Count);
        Assert.Equal(chat.Usage?.TotalTokenCount, reply.Usage?.TotalTokenCount);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AfterTheLastRetryTheLastAnswerIsStored_AndItsOutputThrows(bool streaming)
    {
        _model.Enqueue(Wrong, Wrong, "no JSON");
        var chat = new Session(_model).Chat(Ticket);

        var reply = await SendAsync(chat, streaming);

        Assert.Throws<OutputFormatException>(() => reply.Output);
        Assert.Equal(3, _model.Requests.Count);
        Assert.Equal(["hi", "no JSON"], chat.Messages.Select(message => message.Text));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task WithToolsInBetween_TheAnswerBehindThemCounts(bool streaming)
    {
        var tool = AIFunctionFactory.Create(() => """{"category":"network","urgency":1,"summary":"of the tool"}""", "look");
        _model.Enqueue(ScriptedReply.Call("look"), Wrong, Right);
        var chat = new Session(_model).Chat(Ticket, new ChatOptions { Tools = [tool] });

        var reply = await SendAsync(chat, streaming);

        Assert.Equal("x", reply.Output.Summary);
        Assert.Equal(4, chat.Messages.Count);
    }

    [Fact]
    public async Task AnAnswerThatIsNoObjectTravelsAsValue()
    {
        _model.Enqueue("""{"value":[{"name":"Ann"}]}""", """{"value":"very_sad"}""", """{"value":{"kind":"circle","radius":2}}""");
        var session = new Session(_model);

        Assert.Equal("Ann", Assert.Single((await session.Chat("a", People).SendAsync("hi", Token)).Output).Name);
        Assert.Equal(MoodOutput.VerySad, (await session.Chat("b", Mood).SendAsync("hi", Token)).Output);
        Assert.Equal(2, Assert.IsType<ShapeOutputCircle>((await session.Chat("c", Shape).SendAsync("hi", Token)).Output).Radius);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AfterAHandOff_TheOutputIsTheOtherPrompts(bool streaming)
    {
        _model.Enqueue(Transfer(), """{"invoice":"17","amount":4.5}""", """{"invoice":"18","amount":1}""");
        var chat = new Session(_model, s_options).Chat(Triage);

        var reply = streaming ? await chat.SendStreamingAsync("hi", Token).Reply : await chat.SendAsync("hi", Token);

        var exception = Assert.Throws<InvalidOperationException>(() => reply.Output);
        Assert.Contains(Billing.Name, exception.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => reply.OutputRepairs);
        Assert.False(reply.TryGetOutput(Triage, out _));
        Assert.True(reply.TryGetOutput(Billing, out var output));
        Assert.Equal(new BillingOutput { Invoice = "17", Amount = 4.5 }, output);

        Assert.True((await chat.SendAsync("more", Token)).TryGetOutput(Billing, out output));
        Assert.Equal("18", output.Invoice);
        Assert.IsType<ChatResponseFormatJson>(_model.Requests[^1].Options?.ResponseFormat);
    }

    [Fact]
    public async Task ARepeatOfATurnHasItsOutput()
    {
        _model.Enqueue(Right);
        var chat = new Session(_model).Chat(Ticket);
        var send = new SendOptions { TurnId = "1" };
        await chat.SendAsync("hi", send, Token);

        Assert.Equal("x", (await chat.SendAsync("hi", send, Token)).Output.Summary);
    }

    [Fact]
    public async Task AsLongAsATurnWaitsThereIsNoOutput()
    {
        var tool = new ApprovalRequiredAIFunction(AIFunctionFactory.Create(() => "done", "act"));
        _model.Enqueue(ScriptedReply.Call("act"), Right);
        var chat = new Session(_model).Chat(Ticket, new ChatOptions { Tools = [tool] });

        var reply = await chat.SendAsync("hi", Token);

        Assert.Throws<InvalidOperationException>(() => reply.Output);
        Assert.False(reply.TryGetOutput(Ticket, out _));
        await chat.ApproveAsync(chat.PendingApprovals[0], Token);
        Assert.Equal("x", (await chat.ResumeAsync(null, Token)).Output.Summary);
    }

    [Fact]
    public async Task WithoutASessionAnAnswerIsTypedInTheSameWay_AndAskedForAgain()
    {
        _model.Enqueue(Wrong, Right, """{"invoice":"17","amount":"4.5"}""", """{"invoice":"17","amount":"4.5"}""");

        var reply = await _model.GetResponseAsync(Ticket, cancellationToken: Token);
        Assert.Equal(3, reply.Output.Urgency);
        Assert.Equal(2, _model.Requests.Count);
        Assert.Contains("- summary is missing", _model.Requests[1].UserText, StringComparison.Ordinal);

        var preamble = Billing.With(new BillingInput { Reason = "r" });
        Assert.Equal(4.5, (await _model.GetResponseAsync(preamble, cancellationToken: Token)).Output.Amount);
        var strict = await _model.GetResponseAsync(preamble, strictOutput: true, cancellationToken: Token);
        Assert.Throws<OutputFormatException>(() => strict.Output);
    }

    // Each form of DESIGN 6.1 is called, and gives the type that is written here.
    [Fact]
    public void EveryWayToMakeAChatResolves()
    {
        var session = new Session<int>(_model, 1);
        Chat<TicketOutput> a = session.Chat(Ticket);
        Chat<TicketOutput> b = session.Chat("thread", Ticket);
        Chat<BillingOutput> c = session.Chat(Billing.With(new BillingInput { Reason = "r" }));
        Chat<BillingOutput> d = session.Chat("thread", Billing.With(new BillingInput { Reason = "r" }), new ChatOptions());
        Chat<BillingOutput> e = session.Chat(Billing, state => new BillingInput { Reason = $"{state}" });
        Chat<BillingOutput> f = session.Chat("thread", Billing, state => new BillingInput { Reason = $"{state}" }, new ChatOptions());
        Chat g = session.Chat((IChatPreamble)Ticket);
        Chat h = session.Chat(thread: null, system: "You are a pirate.");
        Chat i = session.Chat();
        Chat j = session.Chat("thread");
        Chat<TicketOutput> k = session.Chat((IChatPreamble<TicketOutput>)Ticket);
        Chat<TicketOutput> l = session.Chat("thread", (IChatPreamble<TicketOutput>)Ticket);
        IChatPreamble untyped = ((Prompt<BillingInput>)Billing).With(new BillingInput { Reason = "r" });

        Chat[] all = [a, b, c, d, e, f, g, h, i, j, k, l];
        Assert.All(all, chat => Assert.NotNull(chat.ThreadName));
        Assert.IsAssignableFrom<IChatPreamble<BillingOutput>>(untyped);
    }

    private static async Task<ChatReply<TicketOutput>> SendAsync(Chat<TicketOutput> chat, bool streaming)
    {
        if (!streaming)
        {
            return await chat.SendAsync("hi", Token);
        }

        var stream = chat.SendStreamingAsync("hi", Token);
        var ends = 0;
        await foreach (var update in stream)
        {
            ends += update.FinishReason == ChatFinishReason.Stop ? 1 : 0;
        }

        Assert.Equal(1, ends);
        return await stream.Reply;
    }

    private static ScriptedReply Transfer() =>
        ScriptedReply.Call("transfer_to_" + Billing.Name.Replace('/', '_'), new Dictionary<string, object?> { ["reason"] = "invoice" });
}
