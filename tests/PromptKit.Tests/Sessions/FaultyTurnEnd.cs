namespace PromptKit.Tests.Sessions;

/// <summary>What the rules say of a <see cref="FaultyTurn"/>.</summary>
/// <param name="Error">What the caller gets; nothing where the turn succeeds.</param>
/// <param name="Status">What the thread waits for.</param>
/// <param name="Kept">What is in the history.</param>
internal sealed record FaultyTurnEnd(string? Error, ChatStatus Status, string[] Kept)
{
    private static readonly string[] s_round = [FaultyTurn.Asked, FaultyTurn.Calls, FaultyTurn.Results];
    private static readonly string[] s_all = [.. s_round, FaultyTurn.Done];

    /// <summary>What is in the history when everything unsaved is saved.</summary>
    public string[] Saved { get; private init; } = Kept;

    /// <summary>What is in the history when the turn was resumed, if it can be.</summary>
    public string[] Resumed => Saved is [.., FaultyTurn.Done] ? Saved : [.. Saved, FaultyTurn.Done];

    public static FaultyTurnEnd Of(string point, string how, bool streaming)
    {
        var error = how switch
        {
            "cancellation" => nameof(OperationCanceledException),
            "conflict" => nameof(SessionConflictException),
            _ => nameof(HttpRequestException),
        };
        string[] theirs = ["user: other", "assistant: theirs"];
        return (point, how) switch
        {
            // What is not streamed has no middle.
            ("in the middle" or "in the middle of the second answer", _) when !streaming => new(null, ChatStatus.Ready, s_all),
            ("before the first chunk" or "in the middle", _) => new(error, ChatStatus.Ready, []),
            ("between rounds" or "in the middle of the second answer", _) => new(error, ChatStatus.Interrupted, s_round),

            // A tool that fails is the model's business; who cancels has a result for each call all the same.
            (FaultyTurn.SecondOfThree or FaultyTurn.SecondOfParallel, "failure") => new(
                null,
                ChatStatus.Ready,
                [FaultyTurn.Asked, FaultyTurn.Calls, "tool: =1 =Error: Function failed. =1", FaultyTurn.Done]
            ),
            (FaultyTurn.SecondOfThree, _) => Interrupted(error, ToolResult.Cancelled),
            (FaultyTurn.SecondOfParallel, _) => Interrupted(error, "1"),

            // The commit of a round ends all the same; then the turn is cancelled.
            (FaultyTurn.RoundsCommit, "cancellation") => new(error, ChatStatus.Interrupted, s_round),
            (FaultyTurn.AnswersCommit, "cancellation") => new(null, ChatStatus.Ready, s_all),
            (FaultyTurn.RoundsCommit, "conflict") => new(error, ChatStatus.Ready, theirs),
            (FaultyTurn.AnswersCommit, "conflict") => new(error, ChatStatus.Ready, [.. s_round, .. theirs]),
            (FaultyTurn.RoundsCommit, _) => new(nameof(SessionUnsavedException), ChatStatus.Unsaved, []) { Saved = s_round },
            _ => new(nameof(SessionUnsavedException), ChatStatus.Unsaved, s_round) { Saved = s_all },
        };
    }

    private static FaultyTurnEnd Interrupted(string error, string third) =>
        new(error, ChatStatus.Interrupted, [FaultyTurn.Asked, FaultyTurn.Calls, $"tool: =1 ={ToolResult.Interrupted} ={third}"]);
}
