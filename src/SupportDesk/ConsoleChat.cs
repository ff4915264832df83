using System.Globalization;
using Microsoft.Extensions.AI;
using PromptKit;

namespace SupportDesk;

/// <summary>The conversation at the console: reads a line, streams the answer, until the user leaves.</summary>
internal sealed class ConsoleChat(Chat chat, IChatClient model, TerminalConsole console)
{
    private const string Help = """
        /history   shows the messages of this chat
        /case      shows the case file that a colleague gets
        /help      shows this
        /quit      leaves; so does the end of the input
        Ctrl+C     cancels an answer that is being written
        """;

    public async Task RunAsync(string modelDescription, string sessionId)
    {
        console.WriteLine($"SupportDesk, talking to {modelDescription}");
        console.WriteLine($"Say what is wrong. /help shows the commands; --session {sessionId} continues this session later.");
        console.WriteLine();
        if (chat.Status == ChatStatus.Interrupted)
        {
            // The program was killed between the tools of an answer and its end.
            console.WriteLine("(The last answer was interrupted. Here is the rest.)");
            await AnswerAsync(token => chat.ResumeStreamingAsync(cancellationToken: token));
        }

        while (console.ReadLine() is { } line)
        {
            switch (line.Trim())
            {
                case "":
                    break;
                case "/quit":
                    return;
                case "/help":
                    console.WriteLine(Help);
                    break;
                case "/history":
                    await ShowHistoryAsync();
                    break;
                case "/case":
                    await ShowCaseFileAsync();
                    break;
                case ['/', ..] command:
                    console.WriteLine($"There is no command {command}. /help shows those there are.");
                    break;
                case var text:
                    await AnswerAsync(token => chat.SendStreamingAsync(text, token));
                    break;
            }
        }
    }

    private async Task AnswerAsync(Func<CancellationToken, ChatStream> answer)
    {
        using var interruption = console.Interruptible();
        try
        {
            await foreach (var update in answer(interruption.Token))
            {
                console.Write(update.Text);
            }

            console.EndLine();
        }
        catch (OperationCanceledException) when (interruption.Token.IsCancellationRequested)
        {
            console.EndLine();
            console.WriteLine("(Cancelled. The chat is as it was before your message.)");
        }
        catch (SessionUnsavedException exception)
        {
            console.EndLine();
            console.WriteError($"The answer is not saved yet: {OneLine(exception.InnerException!.Message)} Your next message tries again.");
        }
        // Whatever goes wrong in a chat client, of whatever make, ends this turn and not the chat.
        catch (Exception exception)
        {
            console.EndLine();
            console.WriteError($"The model did not answer: {OneLine(exception.Message)} The chat is as it was before your message.");
        }

        console.WriteLine();
    }

    private async Task ShowHistoryAsync()
    {
        var messages = await chat.ReadAsync(0, int.MaxValue);
        if (messages.Count == 0)
        {
            console.WriteLine("Nothing has been said yet.");
        }

        for (var index = 0; index < messages.Count; index++)
        {
            console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{index + 1}. {messages[index].Role}: {messages[index].Text}"));
        }

        console.WriteLine();
    }

    // A question of its own, which leaves no trace in the chat. Its answer is typed.
    private async Task ShowCaseFileAsync()
    {
        var messages = await chat.ReadAsync(0, int.MaxValue);
        var said = messages.Select(message => new CaseFileInputMessagesItem { From = $"{message.Role}", Text = message.Text }).ToList();
        using var interruption = console.Interruptible();
        try
        {
            var input = new CaseFileInput { Messages = said };
            var reply = await model.GetResponseAsync(Prompts.CaseFile.With(input), cancellationToken: interruption.Token);
            var file = reply.Output;
            console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file.Category}, urgency {file.Urgency} of 5: {file.Summary}"));
            foreach (var question in file.OpenQuestions)
            {
                console.WriteLine($"- {question}");
            }
        }
        catch (OperationCanceledException) when (interruption.Token.IsCancellationRequested)
        {
            console.WriteLine("(Cancelled.)");
        }
        catch (OutputFormatException exception)
        {
            console.WriteError(OneLine(exception.Message));
        }
        // Whatever goes wrong in a chat client, of whatever make, ends this command and not the chat.
        catch (Exception exception)
        {
            console.WriteError($"The model did not answer: {OneLine(exception.Message)}");
        }

        console.WriteLine();
    }

    private static string OneLine(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.EndsWith('.') ? line : line + ".";
    }
}
