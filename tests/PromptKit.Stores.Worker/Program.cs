// PromptKit.Stores.Worker ENGINE CONNECTION SPACE SESSION THREAD NAME FIRST COUNT
//
// Takes turns "NAME FIRST", "NAME FIRST+1", … in a session, every third with a tool, until it has taken COUNT or is killed; with -1 it goes
// on behind the turns that are there. Says on its output what it may rely on from then on: "round TEXT" when a round of tools is written, "done TEXT" when a turn is, "conflict TEXT" when
// somebody else was first.
using System.Globalization;
using Microsoft.Extensions.AI;
using PromptKit;
using PromptKit.Stores.Worker;

var (first, count) = (int.Parse(args[6], CultureInfo.InvariantCulture), int.Parse(args[7], CultureInfo.InvariantCulture));
using var store = StoreOpener.Open(args[0], args[1], args[2]);
using var model = TurnTaker.Model(text => Say("round", text));
var session = await new SessionManager(model, store as ISessionStore).OpenOrCreateAsync(args[3], new WorkerState(0)).ConfigureAwait(false);
var chat = session.Chat(args[4], system: "You are a worker.", new ChatOptions { Tools = [TurnTaker.Tool] });
await chat.ReadAsync(0, 1).ConfigureAwait(false);

// Only after a kill: beside processes that live, an interrupted turn is one that goes on.
if (first < 0 && chat.Status == ChatStatus.Interrupted)
{
    await chat.ResumeAsync().ConfigureAwait(false);
}

var next = first >= 0 ? first : await CountAsync().ConfigureAwait(false);
for (var taken = 0; taken < count; taken++)
{
    var text = string.Create(CultureInfo.InvariantCulture, $"{args[5]} {next++}");
    try
    {
        await chat.SendAsync(text).ConfigureAwait(false);
        Say("done", text);
    }
    catch (SessionConflictException)
    {
        Say("conflict", text);

        // After a kill, the last commit of the process before may still have been on its way to the server.
        next = first >= 0 ? next : await CountAsync().ConfigureAwait(false);
    }
}

async Task<int> CountAsync() =>
    (await chat.ReadAsync(0, int.MaxValue).ConfigureAwait(false)).Count(message => message.Role == ChatRole.User);

// At once and whole: whoever reads it may kill this process before the next statement.
static void Say(string what, string text)
{
    Console.Out.WriteLine($"{what} {text}");
    Console.Out.Flush();
}
