using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace PromptKit.Tests.Sessions;

public class TelemetryTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ATurn_IsASpan_UnderWhichTheSpansOfEveryRoundNest(bool streaming)
    {
        using var test = new Activity("test").Start();
        var spans = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "PromptKit" or "Experimental.Microsoft.Extensions.AI",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                if (activity.TraceId == test.TraceId)
                {
                    spans.Enqueue(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        var model = new ScriptedChatClient { ChunkSize = 1 }.Enqueue(
            new ScriptedReply { Contents = [new TextContent("wait"), new FunctionCallContent("1", "a")] },
            "done"
        );
        using var client = model.AsBuilder().UseOpenTelemetry().Build();
        var session = new Session(client);
        var options = new ChatOptions { Tools = [AIFunctionFactory.Create(() => "1", "a")] };
        var chat = session.Chat("t", options: options);
        if (streaming)
        {
            await foreach (var _ in chat.SendStreamingAsync("hi", Token))
            {
                Assert.Same(test, Activity.Current);
            }
        }
        else
        {
            await chat.SendAsync("hi", Token);
        }

        var turn = Assert.Single(spans, span => span.Source.Name == "PromptKit" && span.OperationName == "invoke_agent");
        Assert.Equal(test.SpanId, turn.ParentSpanId);
        Assert.Equal("invoke_agent t", turn.DisplayName);
        Assert.Equal(session.Id, turn.GetTagItem("gen_ai.conversation.id"));
        Assert.Equal("t", turn.GetTagItem("promptkit.thread"));
        Assert.Equal("Completed", turn.GetTagItem("promptkit.outcome"));
        Assert.NotNull(turn.GetTagItem("gen_ai.usage.input_tokens"));
        Assert.Equal(2, spans.Count(span => span.OperationName.StartsWith("chat", StringComparison.Ordinal)));
        Assert.Single(spans, span => span.OperationName.StartsWith("execute_tool", StringComparison.Ordinal));
        Assert.All(
            spans.Where(span => span != turn),
            span => Assert.True(IsBelow(span, turn), $"{span.DisplayName} is not below the turn.")
        );
        Assert.Same(test, Activity.Current);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Turns_AreCounted_WithTheirOutcomeAndTokens(bool streaming)
    {
        var agent = $"counted {streaming}";
        var measured = new ConcurrentQueue<string>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, meters) =>
        {
            if (instrument.Meter.Name == "PromptKit")
            {
                meters.EnableMeasurementEvents(instrument);
            }
        };
        void Record<T>(Instrument instrument, T value, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state)
        {
            var named = tags.ToArray().ToDictionary(tag => tag.Key, tag => $"{tag.Value}", StringComparer.Ordinal);
            if (named.GetValueOrDefault("gen_ai.agent.name") == agent)
            {
                measured.Enqueue(
                    $"{instrument.Name} {named.GetValueOrDefault("promptkit.outcome")}{named.GetValueOrDefault("gen_ai.token.type")}"
                );
            }
        }

        listener.SetMeasurementEventCallback<long>(Record);
        listener.SetMeasurementEventCallback<double>(Record);
        listener.Start();
        var model = new ScriptedChatClient().Enqueue("ok", ScriptedReply.Failure(new HttpRequestException()));
        var chat = new Session(model).Chat(new NamedPreamble(agent));
        await chat.TakeTurnAsync(streaming, "hi", null, Token);
        await Assert.ThrowsAsync<HttpRequestException>(() => chat.TakeTurnAsync(streaming, "hi", null, Token));

        Assert.Equal(
            [
                "promptkit.tokens input",
                "promptkit.tokens output",
                "promptkit.turn.duration Completed",
                "promptkit.turn.duration Failed",
                "promptkit.turns Completed",
                "promptkit.turns Failed",
            ],
            measured.Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task WhatWasSaid_IsToldOnlyWithSensitiveDataEnabled(bool streaming, bool enabled)
    {
        using var test = new Activity("test").Start();
        var spans = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "PromptKit",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                if (activity.TraceId == test.TraceId)
                {
                    spans.Enqueue(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        var model = new ScriptedChatClient().Enqueue(ScriptedReply.Call("a", callId: "1"), "the answer");
        var options = new SessionManagerOptions { EnableSensitiveData = enabled };
        var tools = new ChatOptions { Tools = [AIFunctionFactory.Create(() => "the result", "a")] };
        var chat = new Session(model, options).Chat(system: "the system", options: tools);
        await chat.TakeTurnAsync(streaming, "the question", null, Token);

        var turn = Assert.Single(spans, span => span.OperationName == "invoke_agent");
        if (enabled)
        {
            Assert.Equal(
                """[{"role":"system","parts":[{"type":"text","content":"the system"}]},{"role":"user","parts":[{"type":"text","content":"the question"}]}]""",
                turn.GetTagItem("gen_ai.input.messages")
            );
            Assert.Equal(
                """[{"role":"assistant","parts":[{"type":"tool_call","id":"1","name":"a"}],"finish_reason":"stop"},"""
                    + """{"role":"tool","parts":[{"type":"tool_call_response","id":"1","response":"the result"}]},"""
                    + """{"role":"assistant","parts":[{"type":"text","content":"the answer"}],"finish_reason":"stop"}]""",
                turn.GetTagItem("gen_ai.output.messages")
            );
        }
        else
        {
            Assert.DoesNotContain(turn.TagObjects, tag => $"{tag.Value}".Contains("the ", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Conflicts_AreCounted(bool streaming)
    {
        var own = new AsyncLocal<bool> { Value = true };
        var conflicts = new ConcurrentQueue<long>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, meters) =>
        {
            if (instrument is { Meter.Name: "PromptKit", Name: "promptkit.conflicts" })
            {
                meters.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>(
            (_, value, _, _) =>
            {
                // Other tests have conflicts too.
                if (own.Value)
                {
                    conflicts.Enqueue(value);
                }
            }
        );
        listener.Start();
        var store = new InMemorySessionStore();
        var model = new ScriptedChatClient().Otherwise("ok");
        var chat = (await new SessionManager(model, store).CreateAsync("s", Token)).Chat();
        await (await new SessionManager(model, store).OpenAsync("s", Token)).Chat().SendAsync("theirs", Token);
        await Assert.ThrowsAsync<SessionConflictException>(() => chat.TakeTurnAsync(streaming, "hi", null, Token));

        Assert.Equal([1], conflicts);
    }

    [Fact]
    public async Task TurnsThatWait_AreCounted()
    {
        var own = new AsyncLocal<bool> { Value = true };
        var queued = new ConcurrentQueue<long>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, meters) =>
        {
            if (instrument is { Meter.Name: "PromptKit", Name: "promptkit.queue.length" })
            {
                meters.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>(
            (_, value, _, _) =>
            {
                // Other tests have queues too.
                if (own.Value)
                {
                    queued.Enqueue(value);
                }
            }
        );
        listener.Start();
        var gate = new Gate();
        var model = new ScriptedChatClient { BeforeChunk = (_, token) => gate.PassAsync(token) }.Otherwise("ok");
        var chat = new Session(model).Chat();
        var first = chat.SendAsync("one", Token);
        var second = chat.SendAsync("two", Token);
        using var cancellation = new CancellationTokenSource();
        var third = chat.SendAsync("three", cancellation.Token);
        await gate.Reached;
        Assert.Equal([1, 1], queued);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => third);
        gate.Open();
        await Task.WhenAll(first, second);

        Assert.Equal([1, 1, -1, -1], queued);
    }

    private static bool IsBelow(Activity span, Activity turn)
    {
        for (var parent = span.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent == turn)
            {
                return true;
            }
        }

        return false;
    }
}
