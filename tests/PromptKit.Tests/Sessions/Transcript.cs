namespace PromptKit.Tests.Sessions;

/// <summary>Messages as lines, so that a test can compare them at a glance.</summary>
internal static class Transcript
{
    public static IEnumerable<string> Lines(this IEnumerable<ChatMessage> messages) =>
        messages.Select(message => $"{message.Role}: {message.Text}");
}
