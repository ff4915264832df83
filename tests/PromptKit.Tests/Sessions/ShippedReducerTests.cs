// They are for evaluation still (MEAI001); what users plug in must work.
#pragma warning disable MEAI001
using System.Globalization;

namespace PromptKit.Tests.Sessions;

/// <summary>Reducers that somebody else wrote, and our own, on a thread with tool rounds. The scripted model refuses what services refuse.</summary>
public class ShippedReducerTests
{
    private const int Turns = 30;

    private readonly ScriptedChatClient _summariser = new ScriptedChatClient().Otherwise("They talked.");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, bool> Reducers =>
        new MatrixTheoryData<string, bool>(
            [
                nameof(CountingHistoryReducer),
                nameof(SummarizingHistoryReducer),
                nameof(MessageCountingChatReducer),
                nameof(SummarizingChatReducer),
            ],
            [false, true]
        );

    [Theory]
    [MemberData(nameof(Reducers))]
    public async Task AThreadGoesOn_SendsLittle_AndKeepsEverything(string name, bool streaming)
    {
        // Every third turn has two rounds; every sixth fails in its second one and is resumed.
        var model = new ScriptedChatClient().Otherwise(request =>
        {
            var number = int.Parse(request.UserText[(request.UserText.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture);
            var rounds = request
                .Messages.Reverse()
                .TakeWhile(message => message.Role != ChatRole.User)
                .Count(message => message.Role == ChatRole.Tool);
            return number % 3 != 0 || rounds == 2 ? $"answer {number}" : ScriptedReply.Call("look_up");
        });
        var failing = new FailingClient(model);
        var store = new InMemorySessionStore();
        var options = new SessionManagerOptions { HistoryReducer = Make(name) };
        var chat = await OpenAsync();
        for (var number = 0; number < Turns; number++)
        {
            failing.FailsAtRound = number % 6 == 0 ? 1 : -1;
            try
            {
                await chat.TakeTurnAsync(streaming, $"question {number}", cancellationToken: Token);
            }
            catch (HttpRequestException)
            {
                failing.FailsAtRound = -1;
                await chat.TakeUpAsync(streaming, cancellationToken: Token);
            }

            if (number % 10 == 9)
            {
                chat = await OpenAsync();
            }
        }

        var stored = await chat.ReadAsync(0, 1000, Token);
        Assert.Equal(Enumerable.Range(0, Turns).Select(number => $"question {number}"), Texts(stored, ChatRole.User));
        Assert.Equal(Enumerable.Range(0, Turns).Select(number => $"answer {number}"), Texts(stored, ChatRole.Assistant));
        Assert.All(stored, message => Assert.Null(message.AdditionalProperties));
        Assert.All(model.Requests, request => Assert.InRange(request.Messages.Count, 1, 12 + 5));
        Assert.InRange(_summariser.Requests.Count, name.StartsWith("Summarizing", StringComparison.Ordinal) ? 3 : 0, Turns / 2);

        async Task<Chat> OpenAsync()
        {
            var session = await new SessionManager(failing, store, options).OpenOrCreateAsync("s", Token);
            return session.Chat(options: new ChatOptions { Tools = [AIFunctionFactory.Create(() => "found", "look_up")] });
        }
    }

    private static IEnumerable<string> Texts(IEnumerable<ChatMessage> messages, ChatRole role) =>
        messages.Where(message => message.Role == role && message.Text.Length > 0).Select(message => message.Text);

    private IChatReducer Make(string name) =>
        name switch
        {
            nameof(CountingHistoryReducer) => new CountingHistoryReducer(12),
            nameof(SummarizingHistoryReducer) => new SummarizingHistoryReducer(_summariser, 12, keep: 4),
            nameof(MessageCountingChatReducer) => new MessageCountingChatReducer(12),
            _ => new SummarizingChatReducer(_summariser, targetCount: 4, threshold: 8),
        };

    private sealed class FailingClient(IChatClient inner) : DelegatingChatClient(inner)
    {
        public int FailsAtRound { get; set; }

        public override Task<ChatResponse> GetResponseAsync(
            IEnumerable<ChatMessage> messages,
            ChatOptions? options = null,
            CancellationToken cancellationToken = default
        )
        {
            Fail(messages);
            return base.GetResponseAsync(messages, options, cancellationToken);
        }

        public override IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<ChatMessage> messages,
            ChatOptions? options = null,
            CancellationToken cancellationToken = default
        )
        {
            Fail(messages);
            return base.GetStreamingResponseAsync(messages, options, cancellationToken);
        }

        private void Fail(IEnumerable<ChatMessage> messages)
        {
            if (messages.Reverse().TakeWhile(message => message.Role == ChatRole.Tool).Count() == FailsAtRound)
            {
                throw new HttpRequestException("503");
            }
        }
    }
}
