using System.Globalization;

namespace PromptKit.Tests.Sessions;

/// <summary>A stored thread, read as a simple model says it must be.</summary>
internal sealed class StoredStory(IReadOnlyList<ChatMessage> messages)
{
    /// <summary>The numbers of the tool runs whose results are stored.</summary>
    public List<long> ToolRuns { get; } = [];

    public void Check(IReadOnlyList<RandomisedWorld.Promise> promises)
    {
        CheckRounds();
        var starts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var index = 0; index < messages.Count; index++)
        {
            if (messages[index].Role == ChatRole.User)
            {
                Assert.True(starts.TryAdd(messages[index].Text, index), $"'{messages[index].Text}' is stored twice.");
            }
        }

        CheckAnswers(starts);
        var last = new Dictionary<int, int>();
        foreach (var promise in promises.DistinctBy(promise => (promise.Text, promise.IsAnswered)))
        {
            Assert.True(starts.TryGetValue(promise.Text, out var start), $"'{promise.Text}' was acknowledged and is not there.");
            Assert.True(!promise.IsAnswered || messages[End(start)].Text == promise.Answer, $"'{promise.Text}' has not the answer given.");
            Assert.True(start >= last.GetValueOrDefault(promise.Task, -1), $"'{promise.Text}' is before what its sender sent earlier.");
            last[promise.Task] = start;
        }
    }

    // An answer, or what there was of it when it was stopped, stands behind its own message and is the last of its turn.
    private void CheckAnswers(Dictionary<string, int> starts)
    {
        Assert.True(messages.Count == 0 || messages[0].Role == ChatRole.User, "The thread begins in the middle of a turn.");
        foreach (var (text, start) in starts)
        {
            var end = End(start);
            for (var index = start + 1; index <= end; index++)
            {
                var isAnswer =
                    messages[index].Role == ChatRole.Assistant && !messages[index].Contents.Any(each => each is FunctionCallContent);
                Assert.True(
                    !isAnswer || (index == end && $"re {text}".StartsWith(messages[index].Text, StringComparison.Ordinal)),
                    $"'{messages[index].Text}' answers '{text}'."
                );
            }
        }
    }

    // Up to the next user's message: nobody else's may be in between.
    private int End(int start)
    {
        var end = start;
        while (end + 1 < messages.Count && messages[end + 1].Role != ChatRole.User)
        {
            end++;
        }

        return end;
    }

    private void CheckRounds()
    {
        for (var index = 0; index < messages.Count; index++)
        {
            var calls = messages[index].Contents.OfType<FunctionCallContent>().Select(call => call.CallId).ToList();
            if (calls.Count > 0)
            {
                var results = messages[++index].Contents.OfType<FunctionResultContent>().ToList();
                Assert.Equal(calls, results.Select(result => result.CallId));
                ToolRuns.AddRange(
                    results
                        .Select(result => $"{result.Result}")
                        .Where(result => result.StartsWith("run ", StringComparison.Ordinal))
                        .Select(result => long.Parse(result[4..], CultureInfo.InvariantCulture))
                );
            }
            else
            {
                Assert.NotEqual(ChatRole.Tool, messages[index].Role);
            }
        }

        Assert.Equal(ToolRuns.Count, ToolRuns.Distinct().Count());
    }
}
