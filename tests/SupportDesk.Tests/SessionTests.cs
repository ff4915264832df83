using System.Diagnostics;
using SupportDesk.Tests.Running;

namespace SupportDesk.Tests;

/// <summary>What was said stays, from one run of the program to the next.</summary>
public sealed class SessionTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("supportdesk-").FullName;

    private string[] Store => ["--store", $"sqlite:{Path.Combine(_folder, "sessions.db")}"];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task ASession_GoesOnWhereItWas()
    {
        await SupportDeskProgram.RunAsync("My internet keeps dropping\n", ["--session", "42", .. Store]);
        var again = await SupportDeskProgram.RunAsync("It blinks\n/history\n", ["--session", "42", .. Store]);
        var other = await SupportDeskProgram.RunAsync("/history\n", ["--session", "43", .. Store]);

        Assert.Contains("You came because of “My internet keeps dropping”", again.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("1. user: My internet keeps dropping", again.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("3. user: It blinks", again.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("Nothing has been said yet.", other.StandardOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheList_HasTheLastSessionFirst()
    {
        var none = await SupportDeskProgram.RunAsync("", ["--list", .. Store]);
        await SupportDeskProgram.RunAsync("hello\n", ["--session", "first", .. Store]);
        await SupportDeskProgram.RunAsync("hello\n", ["--session", "second", .. Store]);
        var list = await SupportDeskProgram.RunAsync("", ["--list", .. Store]);

        Assert.Equal("There are no sessions yet.", none.StandardOutput.Trim());
        var lines = list.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["second", "first"], lines.Select(line => line.Trim().Split("  ")[1]));
    }

    [Fact]
    public async Task KilledInTheMiddleOfAnAnswer_TheConversationGoesOn()
    {
        await SupportDeskProgram.RunAsync("My internet keeps dropping\n", ["--session", "42", .. Store]);
        await KillInTheMiddleAsync("It blinks", until: "Noted:");

        var again = await SupportDeskProgram.RunAsync("/history\nIt blinks\n/history\n", ["--session", "42", .. Store]);
        Assert.Equal("", again.StandardError);
        Assert.Contains("You came because of “My internet keeps dropping”", again.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("4. assistant: Noted: “It blinks”.", again.StandardOutput, StringComparison.Ordinal);
        Assert.DoesNotContain("5. ", again.StandardOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task KilledInTheMiddleOfAnAnswerWithATool_TheToolIsNotForgotten_AndTheRestIsSaid()
    {
        await KillInTheMiddleAsync("Where is my order 17?", until: "Order 17");

        var again = await SupportDeskProgram.RunAsync("/history\n", ["--session", "42", .. Store]);
        Assert.Equal("", again.StandardError);
        Assert.Contains("(The last answer was interrupted. Here is the rest.)", again.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("4. assistant: Order 17 is", again.StandardOutput, StringComparison.Ordinal);
        Assert.DoesNotContain("5. ", again.StandardOutput, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new[] { "--sesion", "42" }, "There is no argument '--sesion'.")]
    [InlineData(new[] { "--session" }, "--session needs a value.")]
    [InlineData(
        new[] { "--store", "mysql://localhost" },
        "--store has to be sqlite:FILE, postgres://… or redis://…, not 'mysql://localhost'."
    )]
    [InlineData(new[] { "--session", "a\tb" }, "--session: 'a\tb' is not an id.")]
    public async Task AMistakeInTheArguments_IsSaid_AndTheExitCodeIsNotZero(string[] arguments, string message)
    {
        var result = await SupportDeskProgram.RunAsync("hi\n", arguments);

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith(message, result.StandardError, StringComparison.Ordinal);
        Assert.Equal("", result.StandardOutput);
    }

    [Theory]
    [InlineData("redis://127.0.0.1:1")]
    [InlineData("postgres://me@127.0.0.1:1/db")]
    public async Task AStoreThatCannotBeReached_IsSaid_InOneLine(string address)
    {
        var result = await SupportDeskProgram.RunAsync("hi\n", ["--store", address]);

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("The sessions cannot be reached: ", result.StandardError, StringComparison.Ordinal);
        Assert.Equal("", result.StandardOutput);
    }

    /// <summary>Starts the program, says something, and kills it when it has begun to answer.</summary>
    private async Task KillInTheMiddleAsync(string said, string until)
    {
        var start = new ProcessStartInfo(SupportDeskProgram.Host, [SupportDeskProgram.Assembly, "--session", "42", .. Store])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in SupportDeskProgram.Environment)
        {
            start.Environment[name] = value;
        }

        // An answer has more than ten pieces.
        start.Environment["SUPPORTDESK_CHUNK_DELAY_MS"] = "1000";
        using var program = Process.Start(start)!;
        await program.StandardInput.WriteLineAsync(said);
        await program.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
        var heard = "";
        var one = new char[1];
        while (!heard.Contains(until, StringComparison.Ordinal))
        {
            Assert.Equal(1, await program.StandardOutput.ReadAsync(one, TestContext.Current.CancellationToken));
            heard += one[0];
        }

        program.Kill();
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);
    }
}
