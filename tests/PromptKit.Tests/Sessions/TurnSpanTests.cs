using System.Diagnostics;

namespace PromptKit.Tests.Sessions;

/// <summary>What the span of a turn says, however the turn ends.</summary>
public sealed class TurnSpanTests : IDisposable
{
    private readonly RecordedSpans _spans = new();
    private readonly FaultyStore _store = new(new InMemorySessionStore());

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ATurn_TellsWhoAnsweredWhereAndForHowMuch(bool streaming)
    {
        var usage = new UsageDetails { InputTokenCount = 10, OutputTokenCount = 3 };
        var model = new ScriptedChatClient().Enqueue(
            new ScriptedReply { Contents = [new FunctionCallContent("1", "a")], Usage = usage },
            new ScriptedReply { Contents = [new TextContent("done")], Usage = usage }
        );
        var chat = await ChatAsync(model, "spans", AIFunctionFactory.Create(() => "1", "a"));
        await chat.TakeTurnAsync(streaming, "hi", null, Token);

        var turn = Assert.Single(_spans.Turns);
        Assert.Equal("invoke_agent spans", turn.DisplayName);
        Assert.Equal(ActivityStatusCode.Unset, turn.Status);
        Assert.Equal(
            new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["gen_ai.operation.name"] = "invoke_agent",
                ["gen_ai.provider.name"] = "scripted",
                ["gen_ai.agent.name"] = "spans",
                ["gen_ai.conversation.id"] = "s",
                ["gen_ai.usage.input_tokens"] = 20L,
                ["gen_ai.usage.output_tokens"] = 6L,
                ["promptkit.outcome"] = "Completed",
                ["promptkit.source_hash"] = "hash of spans",
                ["promptkit.thread"] = "main",
            },
            turn.TagObjects.ToDictionary(tag => tag.Key, tag => tag.Value, StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ATurnThatFails_SaysWithWhat(bool streaming)
    {
        var model = new ScriptedChatClient().Enqueue(ScriptedReply.Failure(new HttpRequestException("503"), after: "half"), "ok", "ok");
        var chat = await ChatAsync(model, "failing");
        await Assert.ThrowsAsync<HttpRequestException>(() => chat.TakeTurnAsync(streaming, "hi", null, Token));
        _store.BeforeCommit = (_, _) => throw new IOException();
        await Assert.ThrowsAsync<SessionUnsavedException>(() => chat.TakeTurnAsync(streaming, "hi", null, Token));

        // And while the turn is prepared: what is unsaved comes first.
        await Assert.ThrowsAsync<SessionUnsavedException>(() => chat.TakeTurnAsync(streaming, "hi", null, Token));

        Assert.Equal(
            [typeof(HttpRequestException).FullName, typeof(SessionUnsavedException).FullName, typeof(SessionUnsavedException).FullName],
            _spans.Turns.Select(turn => turn.GetTagItem("error.type"))
        );
        Assert.All(_spans.Turns, turn => Assert.Equal("Failed", turn.GetTagItem("promptkit.outcome")));
        Assert.All(_spans.Turns, turn => Assert.Equal(ActivityStatusCode.Error, turn.Status));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ATurnThatIsCancelled_IsNoError(bool streaming)
    {
        using var cancellation = new CancellationTokenSource();
        var model = new ScriptedChatClient { BeforeChunk = async (_, _) => await cancellation.CancelAsync() }.Otherwise(
            ScriptedReply.Call("a")
        );
        var chat = await ChatAsync(model, "cancelled", AIFunctionFactory.Create(() => "1", "a"));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => chat.TakeTurnAsync(streaming, "hi", null, cancellation.Token));

        var turn = Assert.Single(_spans.Turns);
        Assert.Equal("Cancelled", turn.GetTagItem("promptkit.outcome"));
        Assert.Equal(ActivityStatusCode.Unset, turn.Status);
    }

    [Fact]
    public async Task ATurnWhoseReaderLeaves_IsCancelled_AndOneThatIsStoppedIsStopped()
    {
        var chat = await ChatAsync(new ScriptedChatClient().Otherwise("one two three"), "left");
        await foreach (var _ in chat.SendStreamingAsync("hi", Token))
        {
            break;
        }

        var stream = chat.SendStreamingAsync("hi", Token);
        await foreach (var _ in stream)
        {
            await stream.StopAsync();
        }

        Assert.Equal(["Cancelled", "Stopped"], _spans.Turns.Select(turn => turn.GetTagItem("promptkit.outcome")));
        Assert.All(_spans.Turns, turn => Assert.Null(turn.GetTagItem("error.type")));
        Assert.All(_spans.Turns, turn => Assert.Equal(ActivityStatusCode.Unset, turn.Status));
    }

    [Fact]
    public async Task ASpan_EndsWithTheCommit_HoweverLongTheReaderTakesOverTheLastUpdates()
    {
        var chat = await ChatAsync(new ScriptedChatClient().Otherwise("ok"), "read");
        await foreach (var update in chat.SendStreamingAsync("hi", Token))
        {
            Assert.Equal(update.FinishReason is null && update.Contents is not [UsageContent] ? 0 : 1, _spans.Turns.Count());
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task EveryRoundAndItsCommit_NestBelowTheTurn(bool streaming)
    {
        var commits = new List<ActivitySpanId>();
        _store.BeforeCommit = (_, _) =>
        {
            commits.Add(Activity.Current!.SpanId);
            return ValueTask.CompletedTask;
        };
        var model = new ScriptedChatClient { ChunkSize = 1 }.Enqueue(
            new ScriptedReply { Contents = [new TextContent("one"), new FunctionCallContent("1", "a")] },
            new ScriptedReply { Contents = [new TextContent("two"), new FunctionCallContent("1", "a"), new FunctionCallContent("2", "a")] },
            "three"
        );
        using var client = model.AsBuilder().UseOpenTelemetry().Build();
        var chat = await ChatAsync(client, "nested", AIFunctionFactory.Create(() => "1", "a"));
        if (streaming)
        {
            await foreach (var _ in chat.SendStreamingAsync("hi", Token))
            {
                Assert.Same(_spans.Test, Activity.Current);
            }
        }
        else
        {
            await chat.SendAsync("hi", Token);
        }

        var turn = Assert.Single(_spans.Turns);
        var below = _spans.Ended.Where(span => span != turn).ToList();
        Assert.Equal(3, below.Count(span => span.OperationName.StartsWith("chat", StringComparison.Ordinal)));
        Assert.Equal(3, below.Count(span => span.OperationName.StartsWith("execute_tool", StringComparison.Ordinal)));
        Assert.All(below, span => Assert.Contains(turn.SpanId, Ancestors(span)));
        Assert.Equal(3, commits.Count);
        Assert.All(commits, commit => Assert.True(commit == turn.SpanId || below.Exists(span => span.SpanId == commit)));
    }

    public void Dispose() => _spans.Dispose();

    private static IEnumerable<ActivitySpanId> Ancestors(Activity span)
    {
        for (var parent = span.Parent; parent is not null; parent = parent.Parent)
        {
            yield return parent.SpanId;
        }
    }

    private async Task<Chat> ChatAsync(IChatClient client, string prompt, params AITool[] tools) =>
        (await new SessionManager(client, _store).CreateAsync("s", Token)).Chat(
            new NamedPreamble(prompt),
            new ChatOptions { Tools = tools }
        );
}
