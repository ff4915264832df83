using PromptKit;
using SupportDesk;
using SupportDesk.Models;

using var console = new TerminalConsole();
ChatModel model;
try
{
    model = ChatModel.FromEnvironment(Environment.GetEnvironmentVariable, console.IsInteractive);
}
catch (ConfigurationException exception)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return ConfigurationException.ExitCode;
}

using (model.Client)
{
    var session = new Session(model.Client);
    var chat = session.Chat(Prompts.TriageAgent);
    await new ConsoleChat(chat, model.Client, console).RunAsync(model.Description);
}

return 0;
