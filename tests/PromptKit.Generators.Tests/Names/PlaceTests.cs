namespace PromptKit.Generators.Tests.Names;

/// <summary>DESIGN §3.1: a file's place gives the prompt its name.</summary>
public sealed class PlaceTests
{
    [Theory]
    // Folders become classes, names become PascalCase
    [InlineData("triage_agent.prompt", "Prompts.TriageAgent", "triage_agent")]
    [InlineData("support/triage_agent.prompt", "Prompts.Support.TriageAgent", "support/triage_agent")]
    [InlineData("a/b-c/d_e/f.prompt", "Prompts.A.BC.DE.F", "a/b-c/d_e/f")]
    [InlineData("support\\triage.prompt", "Prompts.Support.Triage", "support/triage")]
    // Segments named prompts drop out, in any case and place
    [InlineData("prompts/support/triage_agent.prompt", "Prompts.Support.TriageAgent", "support/triage_agent")]
    [InlineData("Prompts/x.prompt", "Prompts.X", "x")]
    [InlineData("PROMPTS/x.prompt", "Prompts.X", "x")]
    [InlineData("support/prompts/x.prompt", "Prompts.Support.X", "support/x")]
    [InlineData("prompts/support/prompts/x.prompt", "Prompts.Support.X", "support/x")]
    [InlineData("my_prompts/x.prompt", "Prompts.MyPrompts.X", "my_prompts/x")]
    // The three ways to write words
    [InlineData("snake_case_name.prompt", "Prompts.SnakeCaseName", "snake_case_name")]
    [InlineData("kebab-case-name.prompt", "Prompts.KebabCaseName", "kebab-case-name")]
    [InlineData("PascalCaseName.prompt", "Prompts.PascalCaseName", "PascalCaseName")]
    [InlineData("camelCaseName.prompt", "Prompts.CamelCaseName", "camelCaseName")]
    [InlineData("UPPER CASE.prompt", "Prompts.UPPERCASE", "UPPER CASE")]
    [InlineData("x.PROMPT", "Prompts.X", "x")]
    // Names that are hard to say in C#
    [InlineData("q&a.prompt", "Prompts.QA", "q&a")]
    [InlineData("🎉.prompt", "Prompts.Prompt", "🎉")]
    [InlineData("party 🎉 time.prompt", "Prompts.PartyTime", "party 🎉 time")]
    [InlineData("1st.prompt", "Prompts._1st", "1st")]
    [InlineData("class.prompt", "Prompts.Class", "class")]
    [InlineData("größe.prompt", "Prompts.Größe", "größe")]
    [InlineData("C#;x/a#b;c.prompt", "Prompts.CX.ABC", "C#;x/a#b;c")]
    [InlineData("@{evil}\"/*.prompt", "Prompts.Evil.Prompt", "@{evil}\"/*")]
    public void APlaceGivesPropertyAndKey(string projectPath, string property, string key)
    {
        var run = Uses(TestProject.With(projectPath, PromptTexts.Minimal), property).Run();

        using var assembly = run.Load();
        Assert.Equal([key], KeysOf(assembly));
    }

    [Theory]
    // Outside the project, without a Link: from the nearest folder named prompts, else the file alone
    [InlineData("../x.prompt", "Prompts.X", "x")]
    [InlineData("../shared/x.prompt", "Prompts.X", "x")]
    [InlineData("../shared/prompts/support/x.prompt", "Prompts.Support.X", "support/x")]
    [InlineData("../prompts/a/Prompts/b/x.prompt", "Prompts.B.X", "b/x")]
    [InlineData("/srv/shared/prompts/support/x.prompt", "Prompts.Support.X", "support/x")]
    [InlineData("C:\\shared\\prompts\\support\\x.prompt", "Prompts.Support.X", "support/x")]
    [InlineData("C:\\shared\\x.prompt", "Prompts.X", "x")]
    public void AFileOutsideTheProjectCountsFromTheNearestPromptsFolder(string projectPath, string property, string key) =>
        APlaceGivesPropertyAndKey(projectPath, property, key);

    [Theory]
    [InlineData("assets/texts", "assets/texts/support/x.prompt", "Prompts.Support.X", "support/x")]
    [InlineData("assets/texts/", "assets/texts/x.prompt", "Prompts.X", "x")]
    [InlineData("./Assets", "assets/x.prompt", "Prompts.X", "x")]
    [InlineData("../shared", "../shared/support/x.prompt", "Prompts.Support.X", "support/x")]
    [InlineData("assets", "assets/prompts/x.prompt", "Prompts.X", "x")]
    [InlineData("elsewhere", "assets/x.prompt", "Prompts.Assets.X", "assets/x")]
    public void PromptRootIsTheFolderThatNamesCountFrom(string root, string projectPath, string property, string key)
    {
        var project = new TestProject { Prompts = [new InMemoryPrompt(projectPath, PromptTexts.Minimal, root)] };

        using var assembly = Uses(project, property).Run().Load();
        Assert.Equal([key], KeysOf(assembly));
    }

    [Theory]
    [InlineData("support/x.prompt", "triage_agent", "Prompts.Support.TriageAgent", "support/triage_agent")]
    [InlineData("x.prompt", "Triage", "Prompts.Triage", "Triage")]
    public void TheKeyNameReplacesTheLastSegment(string projectPath, string name, string property, string key)
    {
        var project = TestProject.With(projectPath, $"---\nname: {name}\n---\nHello\n");

        using var assembly = Uses(project, property).Run().Load();
        Assert.Equal([key], KeysOf(assembly));
    }

    [Fact]
    public void NamesThatDifferByCaseAloneAreTwoPrompts()
    {
        var project = TestProject.With("greeting.prompt", "one").Add("GREETING.prompt", "two").Add("prompts/GreetIng.prompt", "three");

        using var assembly = Uses(project, "Prompts.Greeting", "Prompts.GREETING", "Prompts.GreetIng").Run().Load();
        Assert.Equal(["GREETING", "GreetIng", "greeting"], KeysOf(assembly));
    }

    [Fact]
    public void AnOddFileNameLosesNoOtherPrompt()
    {
        var project = TestProject
            .With("a.prompt", "one")
            .Add("🎉.prompt", "two")
            .Add("🎂.prompt", "three")
            .Add("🍰 cake/q&a.prompt", "four")
            .Add(new string('x', 200) + ".prompt", "five");

        var run = Uses(project, "Prompts.A", "Prompts.Prompt", "Prompts.Cake.QA").Run("PK1040", "PK1040");

        Assert.Contains(run.Code.Keys, name => name.StartsWith("Prompts.X", StringComparison.Ordinal));
    }

    [Fact]
    public void TwoFilesLinkedToOnePlaceAreOneErrorEach()
    {
        var project = new TestProject
        {
            Prompts =
            [
                new InMemoryPrompt("shared/x.prompt", "one", path: "/one/x.prompt"),
                new InMemoryPrompt("shared/x.prompt", "two", path: "/two/x.prompt"),
            ],
        };

        var run = Uses(project, "Prompts.Shared.X").Run("PK1040", "PK1040");

        Assert.All(run.Diagnostics, diagnostic => Assert.Contains("x.prompt' is.", diagnostic.GetMessage(), StringComparison.Ordinal));
    }

    private static TestProject Uses(TestProject project, params string[] properties) =>
        project.AddSource(
            "class Uses { "
                + string.Concat(properties.Select((property, index) => $"public static object P{index} => App.{property}.Render(); "))
                + "}"
        );

    private static IEnumerable<string> KeysOf(LoadedAssembly assembly) => assembly.AllPrompts("App.Prompts").Select(prompt => prompt.Name);
}
