using System.Collections.Concurrent;
using System.Globalization;

namespace PromptKit.Tests.Sessions;

/// <summary>A store that fails, a model that fails, and callers that cancel and stop; and a record of what was promised.</summary>
internal sealed class RandomisedWorld
{
    private static readonly string[] s_sessions = ["s1", "s2"];
    private static readonly string[] s_threads = ["a", "b", "c"];

    // The caller of the turn around the running code, who may give up while a tool runs.
    private static readonly AsyncLocal<CancellationTokenSource?> s_caller = new();

    private readonly Lock _lock = new();
    private readonly Random _random;
    private readonly InMemorySessionStore _memory = new();
    private readonly SessionManager[] _managers;
    private readonly RandomisedModel _model;
    private readonly ConcurrentQueue<Promise> _promises = [];
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
        };
        _managers = [.. Enumerable.Range(0, managers).Select(_ => new SessionManager(_model, store))];
        _options = new ChatOptions { Tools = [AIFunctionFactory.Create(RunToolAsync, "tool")] };
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

    public bool Chance(double probability) => Draw(random => random.NextDouble()) < probability;

    public T Draw<T>(Func<Random, T> draw)
    {
        lock (_lock)
        {
            return draw(_random);
        }
    }

    public void Count(string what) => _events.AddOrUpdate(what, 1, (_, count) => count + 1);

    public async ValueTask MaybeFailAsync(string what, double probability)
    {
        if (Chance(0.5))
        {
            await Task.Yield();
        }

        if (!IsCalm && Chance(probability))
        {
            Count(what);
            throw new IOException(what);
        }
    }

    public override string ToString() =>
        string.Join(", ", _events.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key} {pair.Value}"));

    private async Task<string> RunToolAsync(CancellationToken cancellationToken)
    {
        await Task.Yield();
        if (!IsCalm && Chance(0.05) && s_caller.Value is { } caller)
        {
            Count("cancelled in a tool");
            await caller.CancelAsync();
        }

        cancellationToken.ThrowIfCancellationRequested();
        if (Chance(0.1))
        {
            throw new FormatException("The tool failed.");
        }

        // Nothing between the change and the result may be interrupted: else the test could not say what belongs together.
        var run = Interlocked.Increment(ref _toolRuns);
        await Session<Tally>.Current!.UpdateStateAsync(tally => new Tally(tally.Count + 1, tally.Sum + run), CancellationToken.None);
        return $"run {run}";
    }

    private async Task TakeTurnAsync(string text, int task)
    {
        var (id, thread) = Draw(random => (random.GetItems(s_sessions, 1)[0], random.GetItems(s_threads, 1)[0]));
        var send = new SendOptions { TurnId = Chance(0.3) ? text : null };
        while (!await TryTakeTurnAsync(id, thread, text, task, send) && send.TurnId is not null && Chance(0.7))
        {
            // As a caller does that got no answer: it must not be sent twice.
            Count("repeated");
        }
    }

    /// <returns>Whether there was an answer.</returns>
    private async Task<bool> TryTakeTurnAsync(string id, string thread, string text, int task, SendOptions send)
    {
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Token);
        s_caller.Value = cancellation;
        try
        {
            var manager = _managers[Draw(random => random.Next(_managers.Length))];
            var session = await manager.OpenAsync<Tally>(id, cancellation.Token);
            var chat = session.Chat(thread, options: _options);
            if (Chance(0.15))
            {
                _model.CancelSoon(text, cancellation);
            }

            var reply =
                Chance(0.1) ? await TakeUpAsync(chat, cancellation.Token)
                : Chance(0.5)
                    ? await StreamAsync(chat, text, send, () => _promises.Enqueue(new Promise(id, thread, task, text)), cancellation.Token)
                : await chat.SendAsync(text, send, cancellation.Token);
            if (reply is { Outcome: ReplyOutcome.Completed } && reply.Text.EndsWith($"re {text}", StringComparison.Ordinal))
            {
                _promises.Enqueue(new Promise(id, thread, task, text));
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
                        or OperationCanceledException
            )
        {
            Count(exception.GetType().Name);
            return false;
        }
    }

    private async Task<ChatReply?> StreamAsync(
        Chat chat,
        string text,
        SendOptions send,
        Action promise,
        CancellationToken cancellationToken
    )
    {
        var answer = "";
        var stream = chat.SendStreamingAsync(text, send, cancellationToken);
        await foreach (var update in stream)
        {
            answer += update.Text;
            if (update.FinishReason == ChatFinishReason.Stop && Chance(0.3))
            {
                // Who has seen the end can rely on it.
                if (answer.EndsWith($"re {text}", StringComparison.Ordinal))
                {
                    promise();
                }

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

    private static async Task<ChatReply?> TakeUpAsync(Chat chat, CancellationToken cancellationToken)
    {
        try
        {
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
        while (chat.Status != ChatStatus.Ready)
        {
            try
            {
                await chat.ResumeAsync(cancellationToken: Token);
            }
            catch (SessionConflictException)
            {
                Count("dropped at the end");
            }
        }
    }

    internal sealed record Tally(long Count, long Sum);

    internal sealed record Promise(string Session, string Thread, int Task, string Text);
}
