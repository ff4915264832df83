using Microsoft.Extensions.AI;
using PromptKit.Testing;

namespace PromptKit.Stores.Worker;

/// <summary>The model and the tool of the turns.</summary>
public static class TurnTaker
{
    /// <summary>Counts in the session's state, which is written together with its result.</summary>
    public static AIFunction Tool { get; } =
        AIFunctionFactory.Create(
            async (string text) =>
            {
                await ((Session<WorkerState>)Session.Current!)
                    .UpdateStateAsync(state => new WorkerState(state.Rounds + 1))
                    .ConfigureAwait(false);
                return $"noted {text}";
            },
            "note"
        );

    /// <summary>Answers "answer TEXT"; to every third text only after it has called the tool.</summary>
    public static ScriptedChatClient Model(Action<string> onRound) =>
        new ScriptedChatClient().Otherwise(request =>
        {
            var text = request.UserText;
            if (request.Messages[^1].Role == ChatRole.Tool)
            {
                onRound(text);
                return $"answer {text}";
            }

            return UsesTool(text)
                ? ScriptedReply.Call("note", new Dictionary<string, object?>(StringComparer.Ordinal) { ["text"] = text })
                : $"answer {text}";
        });

    /// <summary>Whether the turn of this text has a round of tools.</summary>
    public static bool UsesTool(string text) => (text[^1] - '0') % 3 == 0;
}
