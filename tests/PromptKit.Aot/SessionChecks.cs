using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using PromptKit.Testing;

namespace PromptKit.Aot;

/// <summary>Sessions with tools, state and approvals.</summary>
internal static class SessionChecks
{
    public static async Task Talks()
    {
        var session = new Session(new ScriptedChatClient().When("light", "Green?").Otherwise("Tell me more."), Options());
        var chat = session.Chat("notes", system: "You help.");
        var reply = await chat.SendAsync("No light.");
        var streamed = "";
        await foreach (var update in chat.SendStreamingAsync("Hm."))
        {
            streamed += update.Text;
        }

        Checks.Equal("Green?", reply.Text);
        Checks.Equal("Tell me more.", streamed);
        Checks.Equal(4, chat.Messages.Count);
    }

    public static async Task CallsTools()
    {
        var model = new ScriptedChatClient().Enqueue(
            ScriptedReply.Call("lookup_order", new Dictionary<string, object?> { ["order_id"] = "17", ["limit"] = 1 }),
            "Here it is."
        );

        var chat = Session(model).Chat(Prompts.Desk);
        await chat.SendAsync("Where is order 17?");

        Checks.Equal("""{"id":17,"placed":"2026-03-09","lines":[{"sku":"router","count":1}]}""", ResultIn(chat));
        Checks.Equal("lookup_order refund remember", string.Join(' ', model.Requests[0].Options!.Tools!.Select(tool => tool.Name)));
    }

    public static async Task RefusesArguments()
    {
        var model = new ScriptedChatClient().Enqueue(
            ScriptedReply.Call("lookup_order", new Dictionary<string, object?> { ["limit"] = "few" }),
            "Which order?"
        );

        var chat = Session(model).Chat(Prompts.Desk);
        await chat.SendAsync("Where is it?");

        Checks.Equal(true, ResultIn(chat).Contains("orderId is missing", StringComparison.Ordinal));
        Checks.Equal(true, ResultIn(chat).Contains("limit must be an integer", StringComparison.Ordinal));
    }

    public static async Task WaitsForApproval()
    {
        var arguments = new Dictionary<string, object?>
        {
            ["orderId"] = 17,
            ["amount"] = 9.5,
            ["reason"] = "late",
        };
        var model = new ScriptedChatClient().Enqueue(ScriptedReply.Call("refund", arguments), "Done.");
        var chat = Session(model).Chat(Prompts.Desk);

        var reply = await chat.SendAsync("I want my money back.");
        Checks.Equal(ReplyOutcome.AwaitingApproval, reply.Outcome);
        await chat.ApproveAsync(chat.PendingApprovals[0]);
        reply = await chat.ResumeAsync();

        Checks.Equal("Done.", reply.Text);
        Checks.Equal("9.5 for 17: Late", ResultIn(chat));
    }

    public static async Task KeepsState()
    {
        var store = new InMemorySessionStore();
        var model = new ScriptedChatClient()
            .When("light", ScriptedReply.Call("remember", new Dictionary<string, object?> { ["notes"] = "no light" }))
            .Otherwise("Noted.");
        var chat = (await Manager(model, store).CreateAsync(new DeskState([]), "a")).Chat(Prompts.Desk);
        await chat.SendAsync("No light.", new SendOptions { MaxToolRounds = 1 });

        var opened = await Manager(model, store).OpenAsync<DeskState>("a");
        Checks.Equal("no light", string.Join(' ', opened.State.Notes));
        Checks.Equal(3, (await opened.Chat(Prompts.Desk).ReadAsync(0, 10)).Count);
    }

    private static Session<DeskState> Session(ScriptedChatClient model) => new(model, new DeskState([]), Options());

    private static SessionManager Manager(ScriptedChatClient model, InMemorySessionStore store) => new(model, store, Options());

    private static SessionManagerOptions Options() =>
        new()
        {
            StateJson = DeskJson.Default,
            Services = new ServiceCollection().AddSingleton<IOrders, Orders>().AddScoped<OrderTools>().BuildServiceProvider(),
        };

    private static string ResultIn(Chat chat) =>
        chat.Messages.SelectMany(message => message.Contents).OfType<FunctionResultContent>().Last().Result!.ToString()!;
}
