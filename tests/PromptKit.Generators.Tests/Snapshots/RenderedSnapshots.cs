namespace PromptKit.Generators.Tests.Snapshots;

/// <summary>What prompts render to, once compiled and loaded.</summary>
public sealed class RenderedSnapshots
{
    [Fact]
    public async Task EverythingRenders()
    {
        using var loaded = TestProject.With("prompts/support/triage_agent.prompt", PromptTexts.Full).Run().Load();
        var prompt = loaded.Prompt("App.Prompts+Support+TriageAgentPrompt");

        var preamble = LoadedAssembly.Render(prompt, ("CustomerName", "Ada\nLovelace"), ("Score", 0.5), ("Tickets", 3L));

        await Snapshot.Verify(preamble.ToString(), "txt");
    }

    [Fact]
    public void FactsOfThePromptArePropertiesOfItsClass()
    {
        using var loaded = TestProject.With("prompts/support/triage_agent.prompt", PromptTexts.Full).Run().Load();
        var prompt = loaded.Prompt("App.Prompts+Support+TriageAgentPrompt");

        Assert.Equal("support/triage_agent", prompt.Name);
        Assert.Equal("Triages <requests> & \"routes\" them.\nTwo lines.\n", prompt.Description);
        Assert.Equal("gpt-5-mini", prompt.ModelId);
        Assert.Matches("^[0-9a-f]{16}$", prompt.SourceHash);
        Assert.Equal(["owner", "tags", "my.flag"], prompt.Metadata.Keys);
        Assert.Equal("object", prompt.InputSchema!.Value.GetProperty("type").GetString());
        Assert.Equal("object", prompt.OutputSchema!.Value.GetProperty("type").GetString());
    }

    [Fact]
    public void OptionsOfThePromptAreThoseOfTheRequest()
    {
        using var loaded = TestProject.With("prompts/support/triage_agent.prompt", PromptTexts.Full).Run().Load();
        var prompt = loaded.Prompt("App.Prompts+Support+TriageAgentPrompt");

        var options = LoadedAssembly.Render(prompt, ("CustomerName", "Ada")).Options;

        Assert.Equal("gpt-5-mini", options.ModelId);
        Assert.Equal(0.2f, options.Temperature);
        Assert.Equal(40, options.TopK);
        Assert.Equal(800, options.MaxOutputTokens);
        Assert.Equal(7, options.Seed);
        Assert.Equal(["###", "a \"quote\""], options.StopSequences);
        Assert.True(options.AllowMultipleToolCalls);
        Assert.Equal("me", options.AdditionalProperties!["user"]);
        Assert.NotNull(options.ResponseFormat);
    }

    [Fact]
    public void APromptWithErrorsThrowsWhenRendered()
    {
        using var loaded = TestProject.With("help.prompt", PromptTexts.Broken).Run("PK1020").Load();
        var preamble = Assert.IsAssignableFrom<IChatPreamble>(loaded.Prompt("App.HelpPrompt"));

        var exception = Assert.Throws<InvalidOperationException>(preamble.Render);

        Assert.Contains("help", exception.Message, StringComparison.Ordinal);
    }
}
