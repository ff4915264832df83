using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace PromptKit.Tests.Sessions;

/// <summary>What is logged; never what was said.</summary>
public class LoggingTests
{
    private readonly Log _log = new();
    private readonly FaultyStore _store = new(new InMemorySessionStore());

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task TurnsAndTheirTroubles_AreLogged_WithoutContents(bool streaming)
    {
        var model = new ScriptedChatClient().Enqueue("secret", ScriptedReply.Failure(new HttpRequestException("503")), "secret", "secret");
        var options = new SessionManagerOptions { LoggerFactory = _log };
        var chat = (await new SessionManager(model, _store, options).CreateAsync("s", Token)).Chat();
        await chat.TakeTurnAsync(streaming, "secret", null, Token);
        await Assert.ThrowsAsync<HttpRequestException>(() => chat.TakeTurnAsync(streaming, "secret", null, Token));
        _store.BeforeCommit = (_, _) => throw new IOException("disk");
        await Assert.ThrowsAsync<SessionUnsavedException>(() => chat.TakeTurnAsync(streaming, "secret", null, Token));
        _store.BeforeCommit = (_, _) => ValueTask.CompletedTask;
        await chat.TakeUpAsync(streaming, null, Token);
        var other = (await new SessionManager(new ScriptedChatClient().Otherwise("theirs"), _store).OpenAsync("s", Token)).Chat();
        await other.SendAsync("other", Token);
        await Assert.ThrowsAsync<SessionConflictException>(() => chat.TakeTurnAsync(streaming, "secret", null, Token));

        Assert.Equal(
            [
                "Debug 5: A turn on the thread 'main' of the session 's' ended: Completed",
                "Debug 6: A turn on the thread 'main' of the session 's' did not come to its end; the thread is Ready",
                "Warning 7: A commit on the thread 'main' of the session 's' failed; it is tried again by the next turn",
                "Debug 6: A turn on the thread 'main' of the session 's' did not come to its end; the thread is Unsaved",
                "Debug 5: A turn on the thread 'main' of the session 's' ended: Completed",
                "Information 8: Somebody else wrote to the thread 'main' of the session 's'; a round was dropped",
                "Debug 6: A turn on the thread 'main' of the session 's' did not come to its end; the thread is Ready",
            ],
            _log.Lines
        );
    }

    private sealed class Log : ILoggerFactory, ILogger
    {
        private readonly ConcurrentQueue<string> _lines = [];

        public IEnumerable<string> Lines => _lines;

        public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

        // Of ours alone: function invocation logs too.
        public ILogger CreateLogger(string categoryName) =>
            categoryName == "PromptKit" ? this : Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        void ILogger.Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => _lines.Enqueue($"{logLevel} {eventId.Id}: {formatter(state, exception)}");

        public void Dispose() { }
    }
}
