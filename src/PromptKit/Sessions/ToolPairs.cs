using Microsoft.Extensions.AI;

namespace PromptKit;

/// <summary>Leaves out calls without their result and results without their call: services refuse both.</summary>
internal static class ToolPairs
{
    public static List<HistoryView.Item> Of(IReadOnlyList<HistoryView.Item> items)
    {
        var paired = PairedContents(items);
        var complete = new List<HistoryView.Item>(items.Count);
        foreach (var item in items)
        {
            var message = item.Entry.Message;
            if (message.Contents.All(content => IsKept(content, paired)))
            {
                complete.Add(item);
                continue;
            }

            var rest = MessageCopy.Of(message);
            rest.Contents = [.. rest.Contents.Where((_, index) => IsKept(message.Contents[index], paired))];
            if (Answer.HasContent(rest))
            {
                complete.Add(new(HistoryEntry.Of(rest), null));
            }
        }

        return complete;
    }

    private static bool IsKept(AIContent content, HashSet<AIContent> paired) =>
        content is not (FunctionCallContent or FunctionResultContent) || paired.Contains(content);

    // By place and not by id alone: services give the same ids again.
    private static HashSet<AIContent> PairedContents(IReadOnlyList<HistoryView.Item> items)
    {
        var paired = new HashSet<AIContent>(ReferenceEqualityComparer.Instance);
        var open = new Dictionary<string, FunctionCallContent>(StringComparer.Ordinal);
        foreach (var message in items.Select(item => item.Entry.Message))
        {
            if (message.Role != ChatRole.Tool)
            {
                open.Clear();
            }

            foreach (var content in message.Contents)
            {
                if (content is FunctionCallContent call)
                {
                    open[call.CallId] = call;
                }
                else if (content is FunctionResultContent result && open.Remove(result.CallId, out var answered))
                {
                    paired.Add(answered);
                    paired.Add(result);
                }
            }
        }

        return paired;
    }
}
