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
            """
            You are the first person a customer meets at the support desk of Northwind, an internet provider.
            You are talking to the customer, who is on the free plan.

            """.ReplaceLineEndings("\n"),
            message.Text,
            StringComparison.Ordinal
        );
        Assert.EndsWith("only a colleague can.", message.Text, StringComparison.Ordinal);
        Assert.Equal(0.3f, preamble.Options.Temperature);
        Assert.Equal(600, preamble.Options.MaxOutputTokens);
    }

    [Fact]
    public void WithInput_ItSaysWhatIsKnown()
    {
        var input = new TriageAgentInput { CustomerName = "Ada", Tier = TriageAgentInputTier.Pro };
        var text = Prompts.TriageAgent.Render(input).Messages[0].Text;

        Assert.Contains("You are talking to Ada, who is on the pro plan.", text, StringComparison.Ordinal);
    }
}
