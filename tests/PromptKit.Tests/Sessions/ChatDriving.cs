namespace PromptKit.Tests.Sessions;

/// <summary>One call for both ways to send, so that each law is tested on both.</summary>
internal static class ChatDriving
{
    public static Task<ChatReply> TakeTurnAsync(
        this Chat chat,
        bool streaming,
        string text,
        SendOptions? options = null,
        CancellationToken cancellationToken = default
    ) => streaming ? chat.SendStreamingAsync(text, options, cancellationToken).Reply : chat.SendAsync(text, options, cancellationToken);

    public static Task<ChatReply> TakeUpAsync(
        this Chat chat,
        bool streaming,
        SendOptions? options = null,
        CancellationToken cancellationToken = default
    ) => streaming ? chat.ResumeStreamingAsync(options, cancellationToken).Reply : chat.ResumeAsync(options, cancellationToken);

    /// <summary>Role, text, calls and results of each message, as lines.</summary>
    public static IEnumerable<string> Story(this IEnumerable<ChatMessage> messages) =>
        messages.Select(message => $"{message.Role}: {string.Join(" ", message.Contents.Select(Tell))}");

    private static string Tell(AIContent content) =>
        content switch
        {
            FunctionCallContent call => $"{call.Name}()",
            FunctionResultContent result => $"={result.Result}",
            _ => content.ToString() ?? "",
        };
}
