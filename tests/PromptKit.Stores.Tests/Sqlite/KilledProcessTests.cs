using System.Diagnostics;
using Microsoft.Extensions.AI;
using PromptKit.Testing;

namespace PromptKit.Stores.Tests.Sqlite;

/// <summary>
/// A process that is killed between "started" and the result of an approved call, for real: this program starts itself to run
/// <see cref="TheProcessThatIsKilled"/>, whose tool tells that it runs and never returns.
/// </summary>
public class KilledProcessTests
{
    private const string FolderVariable = "PROMPTKIT_KILLED_PROCESS_FOLDER";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ACallThatHadStarted_HasAnUnknownOutcome_AndNeverRunsTwiceByItself()
    {
        using var folder = new TemporaryFolder();
        await using (var store = Store(folder.Path))
        {
            var chat = (await new SessionManager(Model(), store).CreateAsync("s", Token)).Chat(options: Options(() => "never"));
            await chat.SendAsync("pay", Token);
            await chat.ApproveAsync(chat.PendingApprovals[0], Token);
        }

        await RunAndKillAsync(folder.Path);

        var runs = 0;
        await using var after = Store(folder.Path);
        var again = (await new SessionManager(Model(), after).OpenAsync("s", Token)).Chat(options: Options(() => $"run {++runs}"));
        var pending = Assert.Single(again.PendingApprovals);
        Assert.True(pending.OutcomeUnknown);
        Assert.Equal(ChatStatus.AwaitingApproval, again.Status);
        await Assert.ThrowsAsync<InvalidOperationException>(() => again.ResumeAsync(cancellationToken: Token));
        Assert.Equal(0, runs);

        await again.ApproveAsync(pending, Token);
        Assert.Equal("done", (await again.ResumeAsync(cancellationToken: Token)).Text);
        Assert.Equal(1, runs);
        Assert.Equal(4, again.Messages.Count);
    }

    [Fact(Explicit = true)]
    public async Task TheProcessThatIsKilled()
    {
        var folder = Environment.GetEnvironmentVariable(FolderVariable);
        Assert.SkipWhen(folder is null, "Runs in a process of its own, which another test starts.");
        await using var store = Store(folder);
        var never = new TaskCompletionSource<string>();
        var chat = (await new SessionManager(Model(), store).OpenAsync("s", Token)).Chat(
            options: Options(async () =>
            {
                Console.WriteLine($"started {Session.CurrentCallKey}");
                await Console.Out.FlushAsync(Token);
                return await never.Task;
            })
        );
        await chat.ResumeAsync(cancellationToken: Token);
    }

    private static SqliteSessionStore Store(string folder) => new($"Data Source={Path.Combine(folder, "sessions.db")}");

    private static ScriptedChatClient Model() =>
        new ScriptedChatClient().Otherwise(request => request.ToolResults.Count > 0 ? "done" : ScriptedReply.Call("refund"));

    private static ChatOptions Options(Delegate refund) =>
        new() { Tools = [new ApprovalRequiredAIFunction(AIFunctionFactory.Create(refund, "refund"))] };

    private static async Task RunAndKillAsync(string folder)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            UseShellExecute = false,
            ArgumentList =
            {
                "-explicit",
                "only",
                "-method",
                $"{typeof(KilledProcessTests).FullName}.{nameof(TheProcessThatIsKilled)}",
                "-showLiveOutput",
            },
            Environment = { [FolderVariable] = folder },
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        try
        {
            string? line;
            do
            {
                line = await process.StandardOutput.ReadLineAsync(Token);
            } while (line is not null && !line.Contains("started ", StringComparison.Ordinal));

            Assert.NotNull(line);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }
}
