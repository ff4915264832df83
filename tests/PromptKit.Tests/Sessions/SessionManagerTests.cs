using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace PromptKit.Tests.Sessions;

public partial class SessionManagerTests
{
    private readonly ScriptedChatClient _model = new ScriptedChatClient().Otherwise(request => $"heard {request.UserText}");
    private readonly InMemorySessionStore _store = new();
    private readonly SessionManager _manager;

    public SessionManagerTests() => _manager = new SessionManager(_model, _store);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AStringAlone_IsTheId()
    {
#pragma warning disable xUnit1051 // It is the call without a token that was ambiguous.
        Session session = await new SessionManager(new ScriptedChatClient()).CreateAsync("customer");
        var withState = await new SessionManager(new ScriptedChatClient()).CreateAsync<string>("state");
#pragma warning restore xUnit1051

        Assert.Equal(("customer", "state"), (session.Id, withState.State));
    }

    [Fact]
    public async Task ACreatedSession_IsInTheStoreAtOnce_AndExclusive()
    {
        await _manager.CreateAsync("s", Token);
        Assert.NotNull(await _store.OpenAsync("s", Token));
        var error = await Assert.ThrowsAsync<SessionExistsException>(() => _manager.CreateAsync("s", Token));
        Assert.Equal("s", error.SessionId);
    }

    [Fact]
    public async Task AnUnknownSession_IsNotFound_AndOpenOrCreateCreatesIt()
    {
        Assert.Equal("s", (await Assert.ThrowsAsync<SessionNotFoundException>(() => _manager.OpenAsync("s", Token))).SessionId);
        var session = await _manager.OpenOrCreateAsync("s", new Counter(1), Token);
        Assert.Same(session, await _manager.OpenOrCreateAsync("s", new Counter(2), Token));
        Assert.Equal(1, session.State.Value);
    }

    [Fact]
    public async Task CreationRaces_HaveOneWinner_AndOneSession()
    {
        var sessions = await Task.WhenAll(
            Enumerable.Range(0, 16).Select(_ => Task.Run(() => _manager.OpenOrCreateAsync("s", new Counter(1), Token), Token))
        );
        Assert.Single(sessions.Distinct());
    }

    [Fact]
    public async Task OpeningAgain_GivesTheSameObject_AndOnlyWithTheSameState()
    {
        var session = await _manager.CreateAsync(new Counter(1), "s", Token);

        Assert.Same(session, await _manager.OpenAsync<Counter>("s", Token));
        Assert.Same(session, await _manager.OpenAsync("s", Token));
        await Assert.ThrowsAsync<InvalidOperationException>(() => _manager.OpenAsync<string>("s", Token));
        GC.KeepAlive(session);
    }

    [Fact]
    public async Task ASessionThatNobodyUses_IsForgotten_AndOpenedFromTheStore()
    {
        var forgotten = await UseAsync();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.False(forgotten.TryGetTarget(out _));

        var session = await _manager.OpenAsync("s", Token);
        Assert.Equal(["main"], session.Threads);
        Assert.Equal(["user: one", "assistant: heard one"], (await session.Chat().ReadAsync(0, 10, Token)).Lines());
        await session.Chat().SendAsync("two", Token);
        Assert.Equal(["user: one", "assistant: heard one", "user: two"], _model.Requests[1].Messages.Lines());
    }

    [Fact]
    public async Task OpeningAgain_BringsTheSessionUpToDate()
    {
        var session = await _manager.CreateAsync("s", Token);
        await session.Chat().SendAsync("one", Token);
        var other = await new SessionManager(_model, _store).OpenAsync("s", Token);
        await other.Chat().SendAsync("two", Token);
        await other.Chat("side").SendAsync("three", Token);

        Assert.Same(session, await _manager.OpenAsync("s", Token));
        Assert.Equal(4, session.Chat().Messages.Count);
        Assert.Equal(["main", "side"], session.Threads);
        await session.Chat().SendAsync("four", Token);
        await session.Chat("side").SendAsync("five", Token);
    }

    [Fact]
    public async Task WhatIsSentAfterReopening_IsWhatTheLiveSessionSends()
    {
        var model = new ScriptedChatClient().Otherwise(request =>
            request.ToolResults.Count > 0 ? "done" : ScriptedReply.Call("a", new Dictionary<string, object?> { ["x"] = 1 })
        );
        var options = new ChatOptions { Tools = [AIFunctionFactory.Create((int x) => new { x }, "a")] };
        var session = await new SessionManager(model, _store).CreateAsync("s", Token);
        await session.Chat(options: options).SendAsync("one", Token);
        await session.Chat(options: options).SendAsync("two", Token);
        var copy = new SessionManager(model, _store);
        var live = session.Chat(options: options).Messages;
        var chat = (await copy.OpenAsync("s", Token)).Chat(options: options);
        await chat.SendAsync("three", Token);

        Assert.Equal(
            live.Select(message => System.Text.Encoding.UTF8.GetString(MessageJson.Write(message, null))),
            chat.Messages.Take(live.Count).Select(message => System.Text.Encoding.UTF8.GetString(MessageJson.Write(message, null)))
        );
    }

    [Fact]
    public async Task ADeletedSession_IsGone_AlsoForThoseWhoHoldIt()
    {
        var session = await _manager.CreateAsync("s", Token);
        Assert.True(await _manager.DeleteAsync("s", Token));
        Assert.False(await _manager.DeleteAsync("s", Token));

        await Assert.ThrowsAsync<SessionNotFoundException>(() => session.Chat().SendAsync("one", Token));
        var next = await _manager.CreateAsync("s", Token);
        Assert.NotSame(session, next);
        await Assert.ThrowsAsync<SessionNotFoundException>(() => session.Chat().SendAsync("one", Token));
        await next.Chat().SendAsync("one", Token);
    }

    [Fact]
    public async Task Partitions_DoNotReachEachOther()
    {
        var acme = _manager.ForPartition("acme");
        var other = _manager.ForPartition("other");
        await acme.CreateAsync("s", Token);
        await other.CreateAsync("s", Token);
        await _manager.CreateAsync("s", Token);
        await _manager.CreateAsync("~4:acme:t", Token);

        Assert.NotSame(await acme.OpenAsync("s", Token), await other.OpenAsync("s", Token));
        await Assert.ThrowsAsync<SessionNotFoundException>(() => acme.OpenAsync("t", Token));
        Assert.Equal(["s"], await acme.ListAsync(cancellationToken: Token).Select(row => row.Id).ToListAsync(Token));
        Assert.Equal(
            ["s", "~4:acme:t"],
            await _manager
                .ListAsync(new SessionQuery { Max = 2 }, Token)
                .Select(row => row.Id)
                .Order(StringComparer.Ordinal)
                .ToListAsync(Token)
        );
        Assert.Empty(await _manager.ForPartition("empty").ListAsync(cancellationToken: Token).ToListAsync(Token));
        await acme.DeleteAsync("s", Token);
        await other.OpenAsync("s", Token);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\nb")]
    [InlineData("a\0")]
    public async Task WhatIsNoSessionId_IsRefused(string id)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => _manager.CreateAsync(id, Token));
    }

    [Fact]
    public async Task ALoneSurrogate_OrTooManyCharacters_AreNoSessionId()
    {
        foreach (var id in (string[])["\ud800", "a\udc00", "\udc00\ud800", new string('x', 257)])
        {
            await Assert.ThrowsAsync<ArgumentException>(() => _manager.CreateAsync(id, Token));
        }
    }

    [Fact]
    public async Task AnyOtherUnicode_IsASessionId()
    {
        foreach (var id in (string[])[new string('x', 256), "{a}/b c", "\U0001F600 é ~", "~"])
        {
            await _manager.CreateAsync(id, Token);
            Assert.Equal(id, (await _manager.OpenAsync(id, Token)).Id);
        }
    }

    [Fact]
    public async Task ASessionOfANewerFormat_IsRefused()
    {
        var creation = SessionOrigin.Create("s", null) with { FormatVersion = SessionJson.FormatVersion + 1 };
        await _store.CommitAsync(creation, Token);

        await Assert.ThrowsAsync<NotSupportedException>(() => _manager.OpenAsync("s", Token));
    }

    [Fact]
    public async Task ASessionThatANewerProgramGoesOnWith_IsRefusedFromThenOn_ByWhoHasItOpen()
    {
        var chat = (await _manager.CreateAsync("s", Token)).Chat();
        await chat.SendAsync("one", Token);
        var stored = (await _store.OpenAsync("s", Token))!;
        var thread = new ThreadCommit
        {
            Thread = "main",
            ExpectedLength = 2,
            ExpectedRevision = stored.Threads[0].Revision,
            Messages = ["{ in some new way }"u8.ToArray()],
            Properties = stored.Threads[0].Properties,
        };
        var newer = new SessionCommit
        {
            SessionId = "s",
            Generation = stored.Generation,
            CommitId = "newer",
            FormatVersion = SessionJson.FormatVersion + 1,
            Threads = [thread],
        };
        Assert.Equal(CommitResult.Applied, await _store.CommitAsync(newer, Token));

        // Not known before it writes, and then it is nothing but somebody else's message; which is not read.
        await Assert.ThrowsAsync<SessionConflictException>(() => chat.SendAsync("two", Token));
        var error = await Assert.ThrowsAsync<NotSupportedException>(() => chat.SendAsync("two", Token));
        Assert.Equal("The session 's' has format 2; this version of PromptKit reads up to 1.", error.Message);
        await Assert.ThrowsAsync<NotSupportedException>(() => _manager.OpenAsync("s", Token));
    }

    [Fact]
    public async Task StateJson_MayComeFromAContext()
    {
        var options = new SessionManagerOptions { StateJson = CounterJson.Default };
        var session = await new SessionManager(_model, _store, options).CreateAsync(new Counter(7), "s", Token);
        await session.UpdateStateAsync(state => new Counter(state.Value + 1), Token);
        Assert.Equal("{\"Value\":8}"u8.ToArray(), (await _store.OpenAsync("s", Token))!.State.ToArray());
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private async Task<WeakReference<Session>> UseAsync()
    {
        var session = await _manager.CreateAsync("s", Token);
        await session.Chat().SendAsync("one", Token);
        return new WeakReference<Session>(session);
    }

    internal sealed record Counter(int Value);

    [JsonSerializable(typeof(Counter))]
    internal sealed partial class CounterJson : JsonSerializerContext;
}
