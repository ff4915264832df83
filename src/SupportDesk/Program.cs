using System.Globalization;
using PromptKit;
using SupportDesk;
using SupportDesk.Models;

const int CannotReachStore = 1;

using var console = new TerminalConsole();
Arguments arguments;
ChatModel model;
ISessionStore store;
try
{
    arguments = Arguments.Parse(args);
    model = ChatModel.FromEnvironment(Environment.GetEnvironmentVariable, console.IsInteractive);
    store = SessionStores.Open(arguments.Store);
}
catch (ConfigurationException exception)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return ConfigurationException.ExitCode;
}

using (model.Client)
using (store as IDisposable)
{
    var sessions = new SessionManager(model.Client, store);
    Session session;
    try
    {
        if (arguments.Helps)
        {
            console.WriteLine(Arguments.Usage);
            return 0;
        }

        if (arguments.Lists)
        {
            await ListAsync(sessions);
            return 0;
        }

        session = await sessions.OpenOrCreateAsync(arguments.Session ?? Guid.NewGuid().ToString("N")[..8]);
    }
    catch (ArgumentException)
    {
        await Console.Error.WriteLineAsync(
            $"--session: '{arguments.Session}' is not an id. Use 1 to 256 characters, none of them a control character."
        );
        return ConfigurationException.ExitCode;
    }
    // Whatever a store throws, of whatever make: without it there is nothing to do here.
    catch (Exception exception)
    {
        await Console.Error.WriteLineAsync($"The sessions cannot be reached: {exception.Message}");
        return CannotReachStore;
    }

    var chat = session.Chat(Prompts.TriageAgent);
    await new ConsoleChat(chat, model.Client, console).RunAsync(model.Description, session.Id);
}

return 0;

async Task ListAsync(SessionManager sessions)
{
    var none = true;
    await foreach (var summary in sessions.ListAsync())
    {
        none = false;
        var time = summary.UpdatedAt.ToLocalTime().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        console.WriteLine($"{time}  {summary.Id}");
    }

    if (none)
    {
        console.WriteLine("There are no sessions yet.");
    }
}
