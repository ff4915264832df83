using System.Diagnostics;
using Npgsql;
using PromptKit.Stores.Tests;
using SupportDesk.Tests.Running;

namespace SupportDesk.Tests;

/// <summary>What was said stays, from one run of the program to the next.</summary>
public sealed class SessionTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("supportdesk-").FullName;

    // Servers are shared with whoever uses them.
    private readonly string _id = Guid.NewGuid().ToString("N");

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

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    [InlineData("redis")]
    public async Task KilledInTheMiddleOfAnAnswer_TheConversationGoesOn(string engine)
    {
        string[] arguments = ["--session", _id, .. StoreOf(engine)];
        await SupportDeskProgram.RunAsync("My internet keeps dropping\n", arguments);
        await KillInTheMiddleAsync("It blinks", until: "Noted:", arguments);

        var again = await SupportDeskProgram.RunAsync("/history\nIt blinks\n/history\n", arguments);
        Assert.Equal("", again.StandardError);
        Assert.Contains("You came because of “My internet keeps dropping”", again.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("4. assistant: Noted: “It blinks”.", again.StandardOutput, StringComparison.Ordinal);
        Assert.DoesNotContain("5. ", again.StandardOutput, StringComparison.Ordinal);
        var list = await SupportDeskProgram.RunAsync("", ["--list", .. StoreOf(engine)]);
        Assert.Contains($"  {_id}\n", list.StandardOutput, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    [InlineData("redis")]
    public async Task KilledInTheMiddleOfAnAnswerWithATool_TheToolIsNotForgotten_AndTheRestIsSaid(string engine)
    {
        string[] arguments = ["--session", _id, .. StoreOf(engine)];
        await KillInTheMiddleAsync("Where is my order 17?", until: "Order 17", arguments);

        var again = await SupportDeskProgram.RunAsync("/history\n", arguments);
        Assert.Equal("", again.StandardError);
        Assert.Contains("(The last answer was interrupted. Here is the rest.)", again.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("4. assistant: Order 17 is", again.StandardOutput, StringComparison.Ordinal);
        Assert.DoesNotContain("5. ", again.StandardOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutAStore_TheSessionsAreInASqliteFileOfTheUser()
    {
        (string, string) home = ("XDG_DATA_HOME", _folder);
        await SupportDeskProgram.RunAsync("hello\n", ["--session", "mine"], home);
        var list = await SupportDeskProgram.RunAsync("", ["--list", "--store", $"sqlite:{_folder}/SupportDesk/sessions.db"]);

        Assert.EndsWith("  mine", list.StandardOutput.TrimEnd(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new[] { "--sesion", "42" }, "There is no argument '--sesion'.")]
    [InlineData(new[] { "--session" }, "--session needs a value.")]
    [InlineData(
        new[] { "--store", "mysql://localhost" },
        "--store has to be sqlite:FILE, postgres://… or redis://…, not 'mysql://localhost'."
    )]
    [InlineData(new[] { "--store", "redis://localhost/first" }, "--store: a database of Redis has a number, not 'first'.")]
    [InlineData(new[] { "--store", "postgres://localhost/db?ssl=on" }, "--store: 'ssl=on' is no setting of PostgreSQL's.")]
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

    private string[] StoreOf(string engine) =>
        engine switch
        {
            "sqlite" => Store,
            "postgresql" => ["--store", AddressOf(new NpgsqlConnectionStringBuilder(Servers.PostgreSql()))],
            _ => ["--store", $"redis://{Servers.RealRedis()}"],
        };

    private static string AddressOf(NpgsqlConnectionStringBuilder server) =>
        $"postgres://{server.Username}:{server.Password}@{server.Host}:{server.Port}/{server.Database}";

    /// <summary>Starts the program, says something, and kills it when it has begun to answer.</summary>
    private static async Task KillInTheMiddleAsync(string said, string until, string[] arguments)
    {
        var start = new ProcessStartInfo(SupportDeskProgram.Host, [SupportDeskProgram.Assembly, .. arguments])
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
