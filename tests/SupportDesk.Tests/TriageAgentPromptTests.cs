using Microsoft.Extensions.AI;
using PromptKit;

namespace SupportDesk.Tests;

public class TriageAgentPromptTests
{
    [Fact]
    public void WithoutInput_ItReadsWell()
    {
        IChatPreamble prompt = Prompts.TriageAgent;
        var preamble = prompt.Render();

        var message = Assert.Single(preamble.Messages);
        Assert.Equal(ChatRole.System, message.Role);
        Assert.StartsWith(
            "You are the first person a customer meets at the support desk of Northwind",
            message.Text,
            StringComparison.Ordinal
        );
        Assert.EndsWith(
            """
            - Never promise a refund, a date or a technician's visit: only a colleague can.

            This is what we know of the customer; an empty element means that we do not know.
            <customer>
              <name></name>
              <plan></plan>
            </customer>
            """.ReplaceLineEndings("\n"),
            message.Text,
            StringComparison.Ordinal
        );
        Assert.Equal(0.3f, preamble.Options.Temperature);
        Assert.Equal(600, preamble.Options.MaxOutputTokens);
    }

    [Fact]
    public void WithInput_ItSaysWhatIsKnown()
    {
        var text = Prompts.TriageAgent.Render(new TriageAgentInput { CustomerName = "Ada", Tier = "pro" }).Messages[0].Text;

        Assert.Contains("<name>Ada</name>\n  <plan>pro</plan>", text, StringComparison.Ordinal);
    }
}
