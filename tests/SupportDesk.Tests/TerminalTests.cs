using SupportDesk.Tests.Running;

namespace SupportDesk.Tests;

/// <summary>At a terminal, as a person uses it.</summary>
public class TerminalTests
{
    private const string Prompt = "you> ";

    // Long enough that an answer is still being written when Ctrl+C arrives, even on a busy machine.
    private const string SlowChunk = "150";

    private const int EndedByCtrlC = 128 + 2;

    [Fact]
    public async Task CtrlC_CancelsTheAnswerThatIsBeingWritten_AndTheChatGoesOn()
    {
        await using var terminal = Start(SlowChunk);
        await terminal.ReadUntilAsync(Prompt);
        await terminal.TypeAsync("My internet keeps dropping\n");
        await terminal.ReadUntilAsync("desk> I am");
        await terminal.TypeAsync(PseudoTerminal.CtrlC);

        var rest = await terminal.ReadUntilAsync("(Cancelled.");
        Assert.DoesNotContain("blink?", rest, StringComparison.Ordinal);
        await terminal.ReadUntilAsync(Prompt);
        await terminal.TypeAsync("/history\n");
        await terminal.ReadUntilAsync("Nothing has been said yet.");

        await terminal.ReadUntilAsync(Prompt);
        await terminal.TypeAsync("My invoice is wrong\n");
        await terminal.ReadUntilAsync("desk> I am sorry about the trouble with your invoice.");
        await terminal.ReadUntilAsync(Prompt);
        await terminal.TypeAsync("/history\n");
        var history = await terminal.ReadUntilAsync(Prompt);
        Assert.Contains("1. user: My invoice is wrong", history, StringComparison.Ordinal);
        Assert.Contains("2. assistant: I am sorry about the trouble with your invoice.", history, StringComparison.Ordinal);
        Assert.DoesNotContain("3.", history, StringComparison.Ordinal);

        await terminal.TypeAsync("/quit\n");
        Assert.Equal(0, await terminal.ExitCode);
    }

    [Fact]
    public async Task CtrlCAtThePrompt_SaysHowToLeave_AndThenLeaves()
    {
        await using var terminal = Start("0");
        await terminal.ReadUntilAsync(Prompt);
        await terminal.TypeAsync("half a li");
        await terminal.ReadUntilAsync("half a li");
        await terminal.TypeAsync(PseudoTerminal.CtrlC);
        await terminal.ReadUntilAsync("(Ctrl+C again leaves; so does /quit.)");
        await terminal.ReadUntilAsync(Prompt);

        // What had been typed is gone, and what comes now counts as a new beginning.
        await terminal.TypeAsync("/history\n");
        await terminal.ReadUntilAsync("Nothing has been said yet.");
        await terminal.ReadUntilAsync(Prompt);
        await terminal.TypeAsync(PseudoTerminal.CtrlC);
        await terminal.ReadUntilAsync("(Ctrl+C again leaves; so does /quit.)");
        await terminal.TypeAsync(PseudoTerminal.CtrlC);

        Assert.Equal(EndedByCtrlC, await terminal.ExitCode);
    }

    [Fact]
    public async Task TheEndOfTheInput_Leaves()
    {
        await using var terminal = Start("0");
        await terminal.ReadUntilAsync(Prompt);
        await terminal.TypeAsync(PseudoTerminal.CtrlD);

        Assert.Equal(0, await terminal.ExitCode);
    }

    private static PseudoTerminal Start(string chunkDelay)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The pseudo-terminal of these tests is written for Linux.");
        var variables = new Dictionary<string, string?>(SupportDeskProgram.Environment, StringComparer.Ordinal)
        {
            ["SUPPORTDESK_CHUNK_DELAY_MS"] = chunkDelay,
            ["TERM"] = "xterm",
        };
        return PseudoTerminal.Start(SupportDeskProgram.Host, [SupportDeskProgram.Assembly], variables);
    }
}
