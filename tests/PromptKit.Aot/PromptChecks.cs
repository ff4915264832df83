using System.Text.Json;

namespace PromptKit.Aot;

/// <summary>Prompts without a session.</summary>
internal static class PromptChecks
{
    public static Task Renders()
    {
        var input = new DeskInput
        {
            CustomerName = "Ada",
            Tier = DeskInputTier.Pro,
            Tickets = [new DeskInputTicketsItem { Id = 7, Summary = "No light" }],
        };

        Checks.Equal("You help Ada (pro).\n- #7: No light", Prompts.Desk.Render(input).Messages[0].Text);
        var json = JsonElement.Parse("""{"customer_name":"Ada","tickets":[{"id":7,"summary":"No light"}]}""");
        Checks.Equal("You help Ada (free).\n- #7: No light", Prompts.Desk.Render(json).Messages[0].Text);
        Checks.Equal(true, Prompts.TryGet("desk", out var found) && found == Prompts.Desk);
        try
        {
            Prompts.Desk.Render(JsonElement.Parse("""{"tier":"gold","ticket":[]}"""));
        }
        catch (PromptInputException exception)
        {
            Checks.Equal(2, exception.Mismatches.Count);
            return Task.CompletedTask;
        }

        throw new InvalidOperationException("What does not fit was taken.");
    }

    public static Task RecordsAreJson()
    {
        var written = JsonSerializer.Serialize(new ClassifyInput { Text = "Slow" }, ClassifyInput.JsonTypeInfo);
        Checks.Equal("""{"text":"Slow"}""", written);
        Checks.Equal("Slow", JsonSerializer.Deserialize(written, ClassifyInput.JsonTypeInfo)!.Text);
        Checks.Equal("object", Prompts.Classify.OutputSchema!.Value.GetProperty("type").GetString());
        return Task.CompletedTask;
    }
}
