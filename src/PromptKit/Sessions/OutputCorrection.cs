using Microsoft.Extensions.AI;

namespace PromptKit;

/// <summary>What a model is told whose answer does not fit.</summary>
internal static class OutputCorrection
{
    // More would hide what matters.
    private const int MostReasons = 20;

    public static IReadOnlyList<ChatMessage> Of(IEnumerable<ChatMessage> answer, IReadOnlyList<JsonMismatch> mismatches)
    {
        var reasons = mismatches.Take(MostReasons).Select(mismatch => $"- {mismatch}");
        var text = $"""
            Your answer does not fit the response format:
            {string.Join('\n', reasons)}
            Answer again, with nothing but JSON of that format.
            """;
        return [.. answer.Select(MessageCopy.Of), new ChatMessage(ChatRole.User, text)];
    }
}
