using System.Diagnostics;

namespace PromptKit.Tests.Sessions;

/// <summary>What a turn allocates, which can be told exactly on any machine. Times are only printed.</summary>
public class TurnCostTests(ITestOutputHelper output)
{
    private const int Measured = 100;

    // The compiler makes an object of each state machine of a debug build.
#if DEBUG
    private static readonly (int Plain, int WithTool, int Chunk) Limits = (8_000, 16_000, 600);
#else
    private static readonly (int Plain, int WithTool, int Chunk) Limits = (6_000, 10_240, 150);
#endif

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ATurnAllocatesTheSame_HoweverLongTheHistory(bool withTool)
    {
        var chat = new Session(new InstantModel(withTool)).Chat(
            options: withTool ? new ChatOptions { Tools = [AIFunctionFactory.Create(() => "sunny", "weather")] } : null
        );
        await TakeTurnsAsync(chat, 100);
        var (atHundred, _) = await TakeTurnsAsync(chat, Measured);
        await TakeTurnsAsync(chat, 800);
        var (atThousand, _) = await TakeTurnsAsync(chat, Measured);
        await TakeTurnsAsync(chat, 8800);
        var (atTenThousand, microseconds) = await TakeTurnsAsync(chat, Measured);

        output.WriteLine(
            $"tool: {withTool}; bytes at 100: {atHundred}, 1,000: {atThousand}, 10,000: {atTenThousand}; {microseconds:0.0} µs"
        );
        Assert.InRange(atTenThousand, 0, atHundred * 1.3);
        Assert.InRange(atTenThousand, 0, withTool ? Limits.WithTool : Limits.Plain);
    }

    [Fact]
    public async Task StreamingAllocatesLittle_AChunk()
    {
        const int chunks = 1000;
        var few = await Task.Run(() => StreamAsync(1), Token);
        var many = await Task.Run(() => StreamAsync(chunks), Token);

        // The chunks themselves are the model's.
        var each = (many - few) / (chunks - 1);
        output.WriteLine($"{each} bytes a chunk");
        Assert.InRange(each, 0, Limits.Chunk);
    }

    // Away from the test runner's synchronization context, which a turn would leave for another thread.
    private static Task<(long Bytes, double Microseconds)> TakeTurnsAsync(Chat chat, int turns) =>
        Task.Run(() => MeasureAsync(chat, turns), Token);

    private static async Task<(long Bytes, double Microseconds)> MeasureAsync(Chat chat, int turns)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var start = Stopwatch.GetTimestamp();
        for (var turn = 0; turn < turns; turn++)
        {
            // Completes at once, on this thread: nothing in it waits.
            await chat.SendAsync("What is the weather like?", Token);
        }

        var elapsed = Stopwatch.GetElapsedTime(start);
        return ((GC.GetAllocatedBytesForCurrentThread() - before) / turns, elapsed.TotalMicroseconds / turns);
    }

    private static async Task<long> StreamAsync(int chunks)
    {
        var updates = Enumerable.Range(0, chunks).Select(_ => new ChatResponseUpdate(ChatRole.Assistant, "abcd")).ToArray();
        var client = new FakeChatClient { Stream = (_, _, token) => FakeChatClient.Updates(updates, token) };
        var chat = new Session(client).Chat();
        for (var warmUp = 0; warmUp < 3; warmUp++)
        {
            await chat.SendStreamingAsync("hi", Token).Reply;
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        await chat.SendStreamingAsync("hi", Token).Reply;
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private sealed class InstantModel(bool withTool) : IChatClient
    {
        private int _calls;

        public Task<ChatResponse> GetResponseAsync(
            IEnumerable<ChatMessage> messages,
            ChatOptions? options = null,
            CancellationToken cancellationToken = default
        ) =>
            Task.FromResult(
                new ChatResponse(
                    withTool && ++_calls % 2 == 1
                        ? new ChatMessage(ChatRole.Assistant, [new FunctionCallContent("c", "weather")])
                        : new ChatMessage(ChatRole.Assistant, "It is sunny and warm.")
                )
            );

        public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<ChatMessage> messages,
            ChatOptions? options = null,
            CancellationToken cancellationToken = default
        ) => throw new NotSupportedException();

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose() { }
    }
}
