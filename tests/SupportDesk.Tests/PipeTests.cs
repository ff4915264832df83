using System.Text.RegularExpressions;
using SupportDesk.Tests.Running;

namespace SupportDesk.Tests;

/// <summary>With piped input and redirected output, as a script uses it.</summary>
public class PipeTests
{
    [Fact]
    public async Task PipedLines_AreAnswered_WithoutPromptsAndEscapes()
    {
        var result = await SupportDeskProgram.RunAsync("My internet keeps dropping\n\nIt blinks");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal("", result.StandardError);
        var session = Regex
            .Match(result.StandardOutput, @"--session (?<id>\S+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))
            .Groups["id"]
            .Value;
        Assert.Equal(
            $"""
            SupportDesk, talking to the embedded offline model: scripted answers, nothing leaves this machine. Set OPENAI_API_KEY to talk to a real one.
            Say what is wrong. /help shows the commands; --session {session} continues this session later.

            I am sorry about the trouble with your connection. Is the light on your router green, or does it blink?

            Noted: “It blinks”. You came because of “My internet keeps dropping”, so: please unplug the router, wait thirty seconds and plug it in again. Does the connection stay up?


            """,
            result.StandardOutput,
            ignoreLineEndingDifferences: true
        );
    }

    [Fact]
    public async Task History_ShowsTheMessages_WithoutThePreamble()
    {
        var result = await SupportDeskProgram.RunAsync("/history\nhello\n/history\n/quit\nnever read\n");

        Assert.Contains("Nothing has been said yet.", result.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("1. user: hello", result.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("2. assistant: Tell me a little more", result.StandardOutput, StringComparison.Ordinal);
        Assert.DoesNotContain("system", result.StandardOutput, StringComparison.Ordinal);
        Assert.DoesNotContain("never read", result.StandardOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Commands_AreExplained_AndUnknownOnesNotSent()
    {
        var result = await SupportDeskProgram.RunAsync("/help\n/hist\n/history\n");

        Assert.Contains("/quit", result.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("There is no command /hist. /help shows those there are.", result.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("Nothing has been said yet.", result.StandardOutput, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SUPPORTDESK_CHUNK_DELAY_MS", "fast", "SUPPORTDESK_CHUNK_DELAY_MS has to be a number of milliseconds, not 'fast'.")]
    [InlineData("OPENAI_BASE_URL", "localhost", "OPENAI_BASE_URL has to be an address such as https://api.openai.com/v1, not 'localhost'.")]
    public async Task AMistakeInTheConfiguration_IsSaid_AndTheExitCodeIsNotZero(string name, string value, string message)
    {
        var key = name == "OPENAI_BASE_URL" ? "key" : "";

        var result = await SupportDeskProgram.RunAsync("hi\n", (name, value), ("OPENAI_API_KEY", key));

        Assert.Equal(2, result.ExitCode);
        Assert.Equal(message, result.StandardError.Trim());
        Assert.Equal("", result.StandardOutput);
    }

    [Fact]
    public async Task WithAKey_ItTalksToTheServiceAndModelAskedFor_AndAFailureEndsTheTurnAlone()
    {
        await using var service = new FakeOpenAIService("fault", "Hello from the service.");

        var result = await SupportDeskProgram.RunAsync(
            "one\ntwo\n/history\n",
            ("OPENAI_API_KEY", "secret-key"),
            ("OPENAI_BASE_URL", service.Address),
            ("OPENAI_MODEL", "llama")
        );

        Assert.Equal(0, result.ExitCode);
        Assert.StartsWith($"SupportDesk, talking to the model llama at {service.Address}", result.StandardOutput, StringComparison.Ordinal);
        Assert.StartsWith("The model did not answer: ", result.StandardError, StringComparison.Ordinal);
        Assert.Single(result.StandardError.TrimEnd().Split('\n'));
        Assert.Contains("1. user: two", result.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("2. assistant: Hello from the service.", result.StandardOutput, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-key", result.StandardOutput + result.StandardError, StringComparison.Ordinal);
        Assert.Equal(2, service.Requests.Count);
        Assert.All(service.Requests, request => Assert.Contains("\"model\":\"llama\"", request, StringComparison.Ordinal));
        Assert.DoesNotContain("\"one\"", service.Requests[1], StringComparison.Ordinal);
    }
}
