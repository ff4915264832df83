using System.Collections.Concurrent;
using System.Globalization;

namespace PromptKit.Tests.Sessions;

/// <summary>A store that fails, a model that fails, and callers that cancel and stop; and a record of what was promised.</summary>
internal sealed class RandomisedWorld
{
    private static readonly string[] s_sessions = ["s1", "s2"];
    private static readonly string[] s_threads = ["a", "b", "c"];

    // The caller of the turn around the running code, who may give up or stop at any step of it.
    private static readonly AsyncLocal<RandomisedCaller?> s_caller = new();

    private readonly Lock _lock = new();
    private readonly Random _random;
    private readonly InMemorySessionStore _memory = new();
    private readonly SessionManager[] _managers;
    private readonly RandomisedModel _model;
    private readonly ConcurrentQueue<Promise> _promises = [];
    private readonly ConcurrentQueue<Task> _stopping = [];
    private readonly ConcurrentDictionary<string, int> _events = new(StringComparer.Ordinal);
    private readonly ChatOptions _options;
    private int _turns;
    private long _toolRuns;

    public RandomisedWorld(int seed, int managers)
    {
        _random = new Random(seed);
        _model = new RandomisedModel(this);
        var store = new FaultyStore(_memory)
        {
            BeforeCommit = (_, _) => MaybeFailAsync("commit failed", 0.04),
            AfterCommit = (_, _) => MaybeFailAsync("acknowledgement lost", 0.04),
            BeforeRead = () => MaybeFailAsync("read failed", 0.02),
            BeforeMessage = () => MaybeFailAsync("read failed in the middle", 0.0005),
        };
        _managers = [.. Enumerable.Range(0, managers).Select(_ => new SessionManager(Client(), store))];
        var pay = new ApprovalRequiredAIFunction(AIFunctionFactory.Create(RunToolAsync, "pay"));
        _options = new ChatOptions { Tools = [AIFunctionFactory.Create(RunToolAsync, "tool"), pay] };
    }

    public bool IsCalm { get; private set; }

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public async Task RunAsync(int turns)
    {
        foreach (var id in s_sessions)
        {
            await _managers[0].CreateAsync(new Tally(0, 0), id, Token);
        }

        await Task.WhenAll(
            Enumerable
                .Range(0, 12)
                .Select(task =>
                    Task.Run(
                        async () =>
                        {
                            for (var number = 0; Interlocked.Increment(ref _turns) <= turns; number++)
                            {
                                await TakeTurnAsync(string.Create(CultureInfo.InvariantCulture, $"{task}.{number}"), task);
                            }
                        },
                        Token
                    )
                )
        );
        await Task.WhenAll(_stopping);
        await SettleAsync();
    }

    public async Task CheckAsync()
    {
        var stored = new List<long>();
        foreach (var id in s_sessions)
        {
            var runs = new List<long>();
            foreach (var thread in s_threads)
            {
                var messages = await _memory.ReadAsync(id, thread, 0, int.MaxValue, Token).ToListAsync(Token);
                var story = new StoredStory([.. messages.Select(message => MessageJson.Read(message.Payload).Message)]);
                story.Check([.. _promises.Where(promise => promise.Session == id && promise.Thread == thread)]);
                runs.AddRange(story.ToolRuns);
                await CheckLiveAsync(id, thread, [.. messages.Select(message => message.Payload)]);
            }

            stored.AddRange(runs);

            // Every tool whose result is stored has its state change stored with it, once; and none whose result is not.
            var session = await new SessionManager(_model, _memory).OpenAsync<Tally>(id, Token);
            Assert.Equal(new Tally(runs.Count, runs.Sum()), session.State);
        }

        // Nobody else writes: so no round was dropped, and whatever a tool did is known.
        if (_managers.Length == 1)
        {
            Assert.Equal(Enumerable.Range(1, (int)_toolRuns).Select(run => (long)run), stored.Order());
            Assert.DoesNotContain(_events.Keys, what => what == nameof(SessionConflictException) || what == "dropped at the end");
        }
    }

    /// <summary>What the processes hold in memory, when they have caught up, is what is stored.</summary>
    private async Task CheckLiveAsync(string id, string thread, IReadOnlyList<ReadOnlyMemory<byte>> stored)
    {
        foreach (var manager in _managers)
        {
            var session = await manager.OpenAsync<Tally>(id, Token);
            await session.Log.LoadAsync(session.Thread(thread), Token);
            var live = session.Thread(thread).Head.Messages;
            Assert.Equal(stored.Count, live.Count);
            for (var index = 0; index < stored.Count; index++)
            {
                Assert.True(
                    stored[index].Span.SequenceEqual(live.Entry(index).Payload.Span),
                    $"Message {index} of {id}/{thread} is another."
                );
            }
        }
    }

    public bool Chance(double probability) => Draw(random => random.NextDouble()) < probability;

    public T Draw<T>(Func<Random, T> draw)
    {
        lock (_lock)
        {
            return draw(_random);
        }
    }

    public void Count(string what) => _events.AddOrUpdate(what, 1, (_, count) => count + 1);

    /// <summary>A step of a turn, at which it may be delayed, cancelled, stopped or fail.</summary>
    public async ValueTask MaybeFailAsync(string what, double probability)
    {
        for (var delays = Draw(random => random.Next(-2, 4)); delays > 0; delays--)
        {
            await Task.Yield();
        }

        if (IsCalm)
        {
            return;
        }

        if (s_caller.Value is { } caller)
        {
            await MaybeGiveUpAsync(caller);
        }

        if (Chance(probability))
        {
            Count(what);
            throw new IOException(what);
        }
    }

    public override string ToString() =>
        string.Join(", ", _events.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key} {pair.Value}"));

    private IChatClient Client() =>
        Chance(0.5)
            ? _model
            : _model.AsBuilder().UseFunctionInvocation(configure: functions => functions.AllowConcurrentInvocation = true).Build();

    private async ValueTask MaybeGiveUpAsync(RandomisedCaller caller)
    {
        if (Chance(0.005))
        {
            Count("cancelled at a step");
            await caller.CancelAsync();
        }
        else if (Chance(0.005) && caller.StopAsync() is { } stopping)
        {
            // Not waited for: the step is part of what is stopped.
            Count("stopped at a step");
            _stopping.Enqueue(stopping);
        }
    }

    private async Task<string> RunToolAsync(CancellationToken cancellationToken)
    {
        await MaybeFailAsync("tool failed", 0.1);
        cancellationToken.ThrowIfCancellationRequested();
        // Nothing between the change and the result may be interrupted: else the test could not say what belongs together.
        var run = Interlocked.Increment(ref _toolRuns);
        await Session<Tally>.Current!.UpdateStateAsync(tally => new Tally(tally.Count + 1, tally.Sum + run), CancellationToken.None);
        return $"run {run}";
    }

    private async Task TakeTurnAsync(string text, int task)
    {
        var (id, thread) = Draw(random => (random.GetItems(s_sessions, 1)[0], random.GetItems(s_threads, 1)[0]));
        var send = new SendOptions { TurnId = Chance(0.3) ? text : null, MaxToolRounds = Chance(0.1) ? 1 : null };
        while (!await TryTakeTurnAsync(new Promise(id, thread, task, text), send) && send.TurnId is not null && Chance(0.7))
        {
            // As a caller does that got no answer: it must not be sent twice.
            Count("repeated");
        }
    }

    /// <returns>Whether there was an answer.</returns>
    private async Task<bool> TryTakeTurnAsync(Promise promise, SendOptions send)
    {
        using var caller = new RandomisedCaller(Token);
        s_caller.Value = caller;
        try
        {
            var manager = _managers[Draw(random => random.Next(_managers.Length))];
            var session = await manager.OpenAsync<Tally>(promise.Session, caller.Token);
            var chat = session.Chat(promise.Thread, options: _options);
            if (Chance(0.15))
            {
                Count(await TakeUpAsync(chat, caller.Token) is { } resumed ? $"resumed: {resumed.Outcome}" : "nothing to resume");
                return true;
            }

            var reply = Chance(0.5)
                ? await StreamAsync(chat, promise, send, caller)
                : await chat.SendAsync(promise.Text, send, caller.Token);
            if (reply is not null)
            {
                Acknowledge(promise, reply.Outcome, reply.Text);
            }

            Count(reply is null ? "left" : $"{reply.Outcome}");
            return true;
        }
        catch (Exception exception)
            when (exception
                    is SessionConflictException
                        or SessionUnsavedException
                        or IOException
                        or HttpRequestException
                        or AggregateException
                        or OperationCanceledException
            )
        {
            Count(exception.GetType().Name);
            return false;
        }
        finally
        {
            s_caller.Value = null;
        }
    }

    // Who gets a reply, or has seen the end of a stream, can rely on it.
    private void Acknowledge(Promise promise, ReplyOutcome outcome, string answer)
    {
        var isAnswered = outcome == ReplyOutcome.Completed;
        Assert.True(!isAnswered || answer.EndsWith(promise.Answer, StringComparison.Ordinal), $"'{promise.Text}' was answered '{answer}'.");
        _promises.Enqueue(promise with { IsAnswered = isAnswered });
    }

    private async Task<ChatReply?> StreamAsync(Chat chat, Promise promise, SendOptions send, RandomisedCaller caller)
    {
        var answer = "";
        var stream = chat.SendStreamingAsync(promise.Text, send, caller.Token);
        caller.Stream = stream;
        await foreach (var update in stream)
        {
            answer += update.Text;
            if (update.FinishReason == ChatFinishReason.Stop && Chance(0.3))
            {
                Acknowledge(promise, ReplyOutcome.Completed, answer);
                return null;
            }

            if (Chance(0.02))
            {
                return null;
            }

            if (Chance(0.02))
            {
                await stream.StopAsync();
            }
        }

        return await stream.Reply;
    }

    private async Task<ChatReply?> TakeUpAsync(Chat chat, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var pending in chat.PendingApprovals)
            {
                await (Chance(0.7) ? chat.ApproveAsync(pending, cancellationToken) : chat.RejectAsync(pending, null, cancellationToken));
            }

            return await chat.ResumeAsync(cancellationToken: cancellationToken);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Lets everybody write what they could not write before.</summary>
    private async Task SettleAsync()
    {
        IsCalm = true;
        foreach (var manager in _managers)
        {
            foreach (var id in s_sessions)
            {
                var session = await manager.OpenAsync<Tally>(id, Token);
                foreach (var thread in s_threads)
                {
                    await SettleAsync(session.Chat(thread, options: _options));
                }
            }
        }
    }

    private async Task SettleAsync(Chat chat)
    {
        for (var attempt = 0; chat.Status != ChatStatus.Ready; attempt++)
        {
            Assert.True(attempt < 10, $"The thread '{chat.ThreadName}' stays {chat.Status}.");
            try
            {
                foreach (var pending in chat.PendingApprovals)
                {
                    await chat.ApproveAsync(pending, Token);
                }

                await chat.ResumeAsync(cancellationToken: Token);
            }
            catch (SessionConflictException)
            {
                Count("dropped at the end");
            }
            catch (InvalidOperationException)
            {
                // It was done, and the acknowledgement lost: now the thread is up to date.
                Count("done before");
            }
        }
    }

    internal sealed record Tally(long Count, long Sum);

    /// <summary>A message that its sender was told is stored, and its answer too if it is answered.</summary>
    internal sealed record Promise(string Session, string Thread, int Task, string Text)
    {
        public bool IsAnswered { get; init; }

        public string Answer => $"re {Text}";
    }
}
