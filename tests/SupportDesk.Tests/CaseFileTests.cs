using PromptKit;
using SupportDesk.Models;
using SupportDesk.Tests.Running;

namespace SupportDesk.Tests;

public class CaseFileTests
{
    [Fact]
    public async Task TheOfflineModelFillsInTheCaseFile()
    {
        using var model = OfflineModel.Create(TimeSpan.Zero);
        var input = new CaseFileInput { Messages = [new() { From = "user", Text = "My internet keeps dropping" }] };

        var reply = await model.GetResponseAsync(Prompts.CaseFile.With(input), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(CaseFileOutputCategory.Connection, reply.Output.Category);
        Assert.Contains("My internet keeps dropping", reply.Output.Summary, StringComparison.Ordinal);
        Assert.Equal(3, reply.Output.OpenQuestions.Count);
        Assert.Empty(reply.OutputRepairs);
    }

    [Fact]
    public async Task TheCaseFileIsShown_AndLeavesNoTraceInTheChat()
    {
        var result = await SupportDeskProgram.RunAsync("/case\nMy invoice is wrong\n/case\n/history\n");

        Assert.Contains(
            "Other, urgency 1 of 5: The customer has not said yet what is wrong.",
            result.StandardOutput,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Invoice, urgency 3 of 5: The customer says: “My invoice is wrong”.",
            result.StandardOutput,
            StringComparison.Ordinal
        );
        Assert.Contains("- which amount did you expect instead?", result.StandardOutput, StringComparison.Ordinal);
        Assert.DoesNotContain("3. ", result.StandardOutput, StringComparison.Ordinal);
    }
}
