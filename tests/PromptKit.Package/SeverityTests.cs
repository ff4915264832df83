namespace PromptKit.Package;

public sealed class SeverityTests(Workshop workshop)
{
    [Fact]
    public async Task SeveritiesAreSetByGlobalConfig_AndPerFolderByOurOwnKey()
    {
        var project = workshop.NewConsumer("Severities");
        project.WriteProject();
        project.Write(".globalconfig", "is_global = true\ndotnet_diagnostic.PK1020.severity = warning\n");
        project.Write(
            ".editorconfig",
            """
            [*.prompt]
            promptkit_diagnostic.PK4001.severity = warning

            [quiet/**.prompt]
            promptkit_diagnostic.PK4001.severity = none

            [loud/**.prompt]
            promptkit_diagnostic.PK4001.severity = error
            """
        );
        project.Write("Program.cs", "Console.WriteLine(Severities.Prompts.A.Name);");
        const string unknownVariable = "Hello {{ name }}";
        project.Write("a.prompt", unknownVariable);
        project.Write("b.prompt", "---\nmodle: m\n---\nHello");
        project.Write("quiet/deep/c.prompt", unknownVariable);

        // Error → warning in both ways, warning → none in a folder: the build succeeds.
        Assert.Equal(
            ["a.prompt(1,10): warning PK4001", "b.prompt(2,1): warning PK1020"],
            (await project.BuildAsync()).Select(WithoutMessage)
        );

        // And warning → error in another folder.
        project.Write("loud/d.prompt", unknownVariable);
        Assert.Contains("loud/d.prompt(1,10): error PK4001", (await project.BuildAsync()).Select(WithoutMessage));
    }

    private static string WithoutMessage(string error) => string.Join(": ", error.Split(": ")[..2]);
}
