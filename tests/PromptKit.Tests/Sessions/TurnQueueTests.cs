using FsCheck;
using FsCheck.Fluent;

namespace PromptKit.Tests.Sessions;

public class TurnQueueTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TurnsOfAThread_RunOneAtATime_InTheOrderOfTheCalls()
    {
        const int Turns = 50;
        var running = 0;
        var gate = new Gate();
        var model = new ScriptedChatClient
        {
            BeforeChunk = async (_, token) =>
            {
                Assert.Equal(1, Interlocked.Increment(ref running));
                await gate.PassAsync(token);
                await Task.Yield();
                Interlocked.Decrement(ref running);
            },
        }.Otherwise(request => request.UserText);
        var session = new Session(model);
        var first = session.Chat();
        var second = session.Chat(system: "another chat of the same thread");

        var turns = Enumerable.Range(0, Turns).Select(number => (number % 2 == 0 ? first : second).SendAsync($"{number}", Token)).ToList();
        gate.Open();
        await Task.WhenAll(turns);

        Assert.Equal(Enumerable.Range(0, Turns).Select(number => $"{number}"), model.Requests.Select(request => request.UserText));
        Assert.Equal(
            Enumerable.Range(0, Turns).SelectMany(number => (string[])[$"user: {number}", $"assistant: {number}"]),
            first.Messages.Lines()
        );
    }

    [Fact]
    public async Task StreamsAndCalls_ShareOneQueue()
    {
        var gate = new Gate();
        var model = new ScriptedChatClient { BeforeChunk = (_, token) => gate.PassAsync(token) }.Otherwise("ok");
        var chat = new Session(model).Chat();

        var notStarted = chat.SendStreamingAsync("four", Token);
        var one = chat.SendAsync("one", Token);
        var two = chat.SendStreamingAsync("two", Token).Reply;
        var three = chat.SendAsync("three", Token);
        var four = notStarted.Reply;
        gate.Open();
        await Task.WhenAll(one, two, three, four);

        Assert.Equal(["one", "two", "three", "four"], model.Requests.Select(request => request.UserText));
    }

    [Fact]
    public async Task UnderASynchronizationContext_TheOrderIsThatOfTheCallsToo()
    {
        const int Turns = 50;
        var model = new ScriptedChatClient().Otherwise("ok");
        var chat = new Session(model).Chat();
        var turns = new List<Task>();
        var before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(new SynchronizationContext());
        try
        {
            for (var number = 0; number < Turns; number++)
            {
                turns.Add(chat.TakeTurnAsync(streaming: number % 2 == 0, $"{number}", null, Token));
            }
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }

        await Task.WhenAll(turns);
        Assert.Equal(Enumerable.Range(0, Turns).Select(number => $"{number}"), model.Requests.Select(request => request.UserText));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task CancellingWhileQueued_LeavesNoTrace(bool streaming)
    {
        using var cancellation = new CancellationTokenSource();
        var gate = new Gate();
        var model = new ScriptedChatClient { BeforeChunk = (_, token) => gate.PassAsync(token) }.Otherwise("ok");
        var preamble = new CountingPreamble();
        var chat = new Session(model).Chat(preamble);
        var one = chat.SendAsync("one", Token);
        var two = chat.TakeTurnAsync(streaming, "two", null, cancellation.Token);
        var three = chat.SendAsync("three", Token);

        await cancellation.CancelAsync();

        // At once, although the turn before it still runs.
        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => two);
        Assert.True(streaming || error.CancellationToken == cancellation.Token);
        gate.Open();
        await Task.WhenAll(one, three);
        Assert.Equal(["user: one", "assistant: ok", "user: three", "assistant: ok"], chat.Messages.Lines());
        Assert.Equal(2, preamble.Renderings);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ACancelledToken_CallsNobody(bool streaming)
    {
        var model = new ScriptedChatClient().Otherwise("ok");
        var chat = new Session(model).Chat();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            chat.TakeTurnAsync(streaming, "one", null, new CancellationToken(canceled: true))
        );
        await chat.SendAsync("two", Token);

        Assert.Equal(["two"], model.Requests.Select(request => request.UserText));
    }

    [Fact]
    public async Task AFailedTurn_LetsTheNextOneRun()
    {
        var gate = new Gate();
        var model = new ScriptedChatClient { BeforeChunk = (_, token) => gate.PassAsync(token) }.Enqueue(
            ScriptedReply.Failure(new HttpRequestException()),
            "ok"
        );
        var chat = new Session(model).Chat();
        var one = chat.SendAsync("one", Token);
        var two = chat.SendAsync("two", Token);
        gate.Open();

        await Assert.ThrowsAsync<HttpRequestException>(() => one);
        await two;
        Assert.Equal(["user: two", "assistant: ok"], chat.Messages.Lines());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task OtherThreads_RunBesideIt(bool streaming)
    {
        var gate = new Gate();
        var model = new ScriptedChatClient
        {
            BeforeChunk = (chunk, token) => chunk.Request.UserText == "wait" ? gate.PassAsync(token) : ValueTask.CompletedTask,
        }.Otherwise("ok");
        var session = new Session(model);

        var waiting = session.Chat("a").TakeTurnAsync(streaming, "wait", null, Token);
        await session.Chat("b").TakeTurnAsync(streaming, "go", null, Token);
        Assert.False(waiting.IsCompleted);

        gate.Open();
        await waiting;
    }

    /// <summary>Numbers from 0 to 2 are steps: enter, leave, or cancel one who waits. A plain queue says what must come of them.</summary>
    [Fact]
    public void AnySteps_GoAsInAPlainQueue() =>
        Prop.ForAll(Gen.Choose(0, 2).ArrayOf().ToArbitrary(), steps => RunAsync(steps).GetAwaiter().GetResult()).QuickCheckThrowOnFailure();

    private static async Task<bool> RunAsync(int[] steps)
    {
        var queue = new TurnQueue();
        var expected = new List<(Task Entered, CancellationTokenSource Cancellation)>();
        foreach (var step in steps)
        {
            if (step == 0)
            {
                var cancellation = new CancellationTokenSource();
                expected.Add((queue.EnterAsync(cancellation.Token), cancellation));
            }
            else if (step == 1 && expected.Count > 0)
            {
                queue.Leave();
                expected.RemoveAt(0);
            }
            else if (step == 2 && expected.Count > 1)
            {
                var index = 1 + (expected.Count / 2 % (expected.Count - 1));
                var (entered, cancellation) = expected[index];
                await cancellation.CancelAsync();
                expected.RemoveAt(index);
                await Assert.ThrowsAnyAsync<OperationCanceledException>(() => entered);
            }

            if (expected.Count > 0)
            {
                await expected[0].Entered.WaitAsync(Token);
                if (expected.Skip(1).Any(entry => entry.Entered.IsCompleted))
                {
                    return false;
                }
            }
        }

        return true;
    }
}
