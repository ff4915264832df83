namespace PromptKit.Tests.Sessions;

public class SessionTests
{
    private readonly ScriptedChatClient _model = new ScriptedChatClient().Otherwise(request => $"heard {request.UserText}");

    [Fact]
    public void EveryFormOfChat_Resolves()
    {
        var session = new Session(_model);
        var preamble = new CountingPreamble();

        Assert.Equal("main", session.Chat(preamble).ThreadName);
        Assert.Equal("t", session.Chat("t", preamble).ThreadName);
        Assert.Equal("main", session.Chat().ThreadName);
        Assert.Equal("t", session.Chat("t").ThreadName);
        Assert.Equal("main", session.Chat(thread: null, system: "You are a pirate.").ThreadName);
        Assert.Equal("main", session.Chat(system: "You are a pirate.").ThreadName);
        Assert.Equal("t", session.Chat("t", "You are a pirate.").ThreadName);
    }

    [Theory]
    [InlineData("")]
    [InlineData("You are a pirate.")]
    [InlineData("a/b")]
    [InlineData("é")]
    [InlineData("a\n")]
    [InlineData("01234567890123456789012345678901234567890123456789012345678901234")]
    public void WhatIsNotAThreadName_IsRefused(string name)
    {
        var session = new Session(_model);

        var error = Assert.Throws<ArgumentException>(() => session.Chat(name, new CountingPreamble()));
        Assert.Equal("thread", error.ParamName);
        Assert.StartsWith(
            $"'{name}' is not a thread name: use 1 to 64 of the characters A-Z a-z 0-9 . _ : -",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.Throws<ArgumentException>(() => session.Chat(name));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("user:42_order.7-B")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123")]
    public void AThreadName_IsAccepted(string name) => Assert.Equal(name, new Session(_model).Chat(name).ThreadName);

    [Fact]
    public async Task Threads_AreThoseWithMessages_InOrdinalOrder()
    {
        var session = new Session(_model);
        session.Chat("unused");
        await session.Chat("b").SendAsync("hi", TestContext.Current.CancellationToken);
        await session.Chat("B").SendAsync("hi", TestContext.Current.CancellationToken);
        await session.Chat().SendAsync("hi", TestContext.Current.CancellationToken);

        Assert.Equal(["B", "b", "main"], session.Threads);
    }

    [Fact]
    public async Task Threads_HaveHistoriesOfTheirOwn()
    {
        var session = new Session(_model);
        await session.Chat("a").SendAsync("one", TestContext.Current.CancellationToken);
        await session.Chat("b").SendAsync("two", TestContext.Current.CancellationToken);

        Assert.Equal(["user: one", "assistant: heard one"], session.Chat("a").Messages.Lines());
        Assert.Equal(["user: two", "assistant: heard two"], session.Chat("b").Messages.Lines());
    }

    [Fact]
    public async Task ChatsOfOneThread_ShareItsHistory_AndKeepTheirPreambles()
    {
        var session = new Session(_model);
        var pirate = session.Chat("t", "You are a pirate.");
        var poet = session.Chat("t", "You are a poet.");
        await pirate.SendAsync("one", TestContext.Current.CancellationToken);
        await poet.SendAsync("two", TestContext.Current.CancellationToken);

        Assert.Equal(["user: one", "assistant: heard one", "user: two", "assistant: heard two"], pirate.Messages.Lines());
        Assert.Equal(["system: You are a poet.", "user: one", "assistant: heard one", "user: two"], _model.Requests[1].Messages.Lines());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \n")]
    public async Task WithoutSystemText_NoSystemMessageIsSent(string? system)
    {
        await new Session(_model).Chat(thread: null, system).SendAsync("hi", TestContext.Current.CancellationToken);

        Assert.Equal(["user: hi"], _model.Requests[0].Messages.Lines());
    }

    [Fact]
    public void EverySession_HasAnIdOfItsOwn() => Assert.NotEqual(new Session(_model).Id, new Session(_model).Id);
}
