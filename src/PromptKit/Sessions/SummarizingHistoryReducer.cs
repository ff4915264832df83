using Microsoft.Extensions.AI;

namespace PromptKit;

/// <summary>Has a model summarise what is old, and sends the summary with the last messages.</summary>
/// <remarks>
/// The summary is a message of the user, ahead of the turns that are kept whole; it is stored with the thread, so that it outlives the
/// process, and becomes part of the next summary when there are too many messages again. Tool calls and results are part of what is
/// summarised, as text. System messages at the start of what it is given stay. When the model fails, so does the turn, before anything
/// else happened. Safe to use from several threads at once; nothing it is given is changed.
/// </remarks>
public sealed class SummarizingHistoryReducer : IHistoryReducer
{
    private const string DefaultInstructions =
        "Summarize the conversation that the user shows you, for a colleague who goes on with it and sees nothing else of it. Keep every "
        + "fact, name, number, decision and open question that may still matter, and what the tools found out. Leave out greetings and "
        + "repetitions. Answer with the summary alone, in the language of the conversation.";

    private const string Heading = "Summary of the conversation until here:\n";

    private readonly IChatClient _chatClient;
    private readonly int _keep;
    private readonly string _instructions;

    /// <summary>Initializes a new instance of the <see cref="SummarizingHistoryReducer"/> class.</summary>
    /// <param name="chatClient">The model that summarises; whoever made it disposes of it.</param>
    /// <param name="maxMessages">How many messages are sent at most before a summary is made.</param>
    /// <param name="keep">
    /// How many of the last messages are then kept as they are, at most. Default: half of <paramref name="maxMessages"/>.
    /// </param>
    /// <param name="instructions">What the model is told. Default: to keep what a colleague needs to go on.</param>
    /// <exception cref="ArgumentNullException"><paramref name="chatClient"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="maxMessages"/> is less than 2, or <paramref name="keep"/> is not between 1 and <paramref name="maxMessages"/>
    /// less 1, for the summary.
    /// </exception>
    public SummarizingHistoryReducer(IChatClient chatClient, int maxMessages, int? keep = null, string? instructions = null)
    {
        ArgumentNullException.ThrowIfNull(chatClient);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxMessages, 2);
        _keep = keep ?? maxMessages / 2;
        ArgumentOutOfRangeException.ThrowIfLessThan(_keep, 1, nameof(keep));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(_keep, maxMessages, nameof(keep));
        _chatClient = chatClient;
        _instructions = instructions ?? DefaultInstructions;
        MaxMessages = maxMessages;
    }

    /// <inheritdoc/>
    public int MaxMessages { get; }

    /// <inheritdoc/>
    public int? TailLength => null;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The model gave no summary.</exception>
    public async Task<IEnumerable<ChatMessage>> ReduceAsync(IEnumerable<ChatMessage> messages, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var all = messages as IReadOnlyList<ChatMessage> ?? [.. messages];
        var system = HistoryCut.SystemMessages(all);
        var start = HistoryCut.LeavingAtMost(_keep, all);
        if (all.Count - system <= MaxMessages || start <= system)
        {
            return all;
        }

        var summary = await SummarizeAsync(all.Take(start).Skip(system), cancellationToken).ConfigureAwait(false);
        return [.. all.Take(system), new ChatMessage(ChatRole.User, Heading + summary), .. all.Skip(start)];
    }

    private async Task<string> SummarizeAsync(IEnumerable<ChatMessage> messages, CancellationToken cancellationToken)
    {
        // As one text: services refuse calls of tools that the request does not declare.
        ChatMessage[] request =
        [
            new(ChatRole.System, _instructions),
            new(
                ChatRole.User,
                string.Join('\n', messages.SelectMany(message => message.Contents.Select(content => Line(message, content))))
            ),
        ];
        var response = await _chatClient.GetResponseAsync(request, options: null, cancellationToken).ConfigureAwait(false);
        return string.IsNullOrWhiteSpace(response.Text)
            ? throw new InvalidOperationException("The model was asked to summarise a long thread, and gave no text.")
            : response.Text.Trim();
    }

    private static string Line(ChatMessage message, AIContent content) =>
        content switch
        {
            TextContent text => $"{message.Role}: {text.Text}",
            FunctionCallContent call => $"{message.Role} calls {call.Name}({StoredCall.ToJson(call.Arguments)})",
            FunctionResultContent result => $"{message.Role}: {result.Result}",
            DataContent data => $"{message.Role}: [{data.MediaType}]",
            UriContent uri => $"{message.Role}: [{uri.MediaType}: {uri.Uri}]",
            _ => $"{message.Role}: [{content.GetType().Name}]",
        };
}
