namespace SupportDesk.Models;

/// <summary>What a customer said about one topic: the complaint, then the answers to our questions.</summary>
internal sealed record SupportCase(SupportTopic Topic, IReadOnlyList<string> Statements)
{
    /// <summary>The case that the conversation is about now: the topic that was named last, and all that was said since it came up.</summary>
    public static SupportCase? Find(IReadOnlyList<string> userTexts)
    {
        var topics = userTexts.Select(SupportTopic.Find).ToList();
        var current = topics.FindLast(topic => topic is not null);
        if (current is null)
        {
            return null;
        }

        var first = topics.IndexOf(current);
        var statements = userTexts.Where((_, index) => index >= first && (topics[index] is not { } topic || topic == current));
        return new SupportCase(current, [.. statements]);
    }
}
