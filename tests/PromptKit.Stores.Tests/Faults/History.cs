using Microsoft.Extensions.AI;
using PromptKit.Stores.Worker;

namespace PromptKit.Stores.Tests.Faults;

/// <summary>What a store has of a thread of <see cref="TurnTaker"/>'s, read by a process that had nothing to do with it.</summary>
internal sealed record History(IReadOnlyList<ChatMessage> Messages, int Rounds, ChatStatus Status)
{
    public static async Task<History> ReadAsync(StorePlace place, string sessionId, string thread)
    {
        using var store = place.Open();
        using var model = TurnTaker.Model(_ => { });
        var session = await new SessionManager(model, store as ISessionStore).OpenOrCreateAsync(sessionId, new WorkerState(0));
        var chat = session.Chat(thread, system: "You are a worker.", new ChatOptions { Tools = [TurnTaker.Tool] });
        await chat.ReadAsync(0, 1);
        return new History([.. await chat.ReadAsync(0, int.MaxValue)], session.State.Rounds, chat.Status);
    }

    /// <summary>The texts of the turns that have their answer.</summary>
    public IReadOnlyList<string> Done() =>
        [
            .. Messages
                .Where(message => message.Role == ChatRole.Assistant && message.Text.StartsWith("answer ", StringComparison.Ordinal))
                .Select(message => message.Text["answer ".Length..]),
        ];

    /// <summary>The texts of the turns whose tools have run.</summary>
    public IReadOnlyList<string> RoundsDone() =>
        [
            .. Messages
                .Where(message => message.Role == ChatRole.Tool)
                .Select(message => message.Contents.OfType<FunctionResultContent>().Single().Result!.ToString()!["noted ".Length..]),
        ];

    /// <summary>
    /// Each turn stands in one piece: the user, then the call and its result if it has any, then the answer. Only the last may lack its
    /// answer, and then it has its result; with several processes, one of them may have lost its answer to another process's turn.
    /// </summary>
    public void ExpectWholeTurns(bool mayLackAnswers = false)
    {
        var at = 0;
        while (at < Messages.Count)
        {
            Assert.Equal(ChatRole.User, Messages[at].Role);
            var text = Messages[at++].Text;
            if (TurnTaker.UsesTool(text))
            {
                Assert.Equal("note", Messages[at++].Contents.OfType<FunctionCallContent>().Single().Name);
                Assert.Equal($"noted {text}", Messages[at++].Contents.OfType<FunctionResultContent>().Single().Result!.ToString());
                if (at == Messages.Count)
                {
                    Assert.Equal(ChatStatus.Interrupted, Status);
                    break;
                }

                if (mayLackAnswers && Messages[at].Role == ChatRole.User)
                {
                    continue;
                }
            }

            Assert.Equal($"answer {text}", Messages[at++].Text);
        }

        Assert.Equal(RoundsDone().Count, Rounds);
    }
}
