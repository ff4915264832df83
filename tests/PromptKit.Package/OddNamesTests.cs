namespace PromptKit.Package;

public sealed class OddNamesTests(Workshop workshop)
{
    [Fact]
    public async Task FilesWithOddNames_LinksAndRoots_AreNamedBelowAFolderWithHashAndSemicolon()
    {
        var project = workshop.NewConsumer("Odd");
        project.WriteProject(
            "<PromptKitClassName>Texts</PromptKitClassName><PromptKitNamespace>My.Place</PromptKitNamespace><PromptKitAccessibility>internal</PromptKitAccessibility>",
            """
            <AdditionalFiles Include="../shared/outside.prompt" />
            <AdditionalFiles Include="../shared/prompts/support/nearest.prompt" />
            <AdditionalFiles Include="../shared/linked.prompt" Link="Prompts/chosen/linked.prompt" />
            <AdditionalFiles Include="../shared/rooted/deep/r.prompt" PromptRoot="../shared/rooted" />
            <AdditionalFiles Include="plain.prompt" />
            """
        );
        foreach (var file in new[] { "plain", "q&a", "🎉", "a#b;c", "PROMPTS/upper", "greeting", "GREETING", "100%20", "it's (new)" })
        {
            project.Write($"{file}.prompt", "Hello");
        }

        project.Write("Program.cs", "Console.WriteLine(string.Join('|', My.Place.Texts.All.Select(prompt => prompt.Name)));");
        await project.RestoreAndMoveAsync("C#;x/Odd");
        foreach (var file in new[] { "outside", "prompts/support/nearest", "linked", "rooted/deep/r" })
        {
            project.Write($"../shared/{file}.prompt", "Hello");
        }

        Assert.Equal(
            "100%20|GREETING|a#b;c|chosen/linked|deep/r|greeting|it's (new)|outside|plain|q&a|support/nearest|upper|🎉\n",
            await project.RunAsync("--no-restore")
        );
    }

    [Fact]
    public async Task TwoProjectsOfOneSolution_EachHaveTheirOwnPrompts()
    {
        var library = workshop.NewConsumer("SharedLibrary");
        library.WriteProject("<OutputType>Library</OutputType>");
        library.Write("greeting.prompt", "From the library.");
        library.Write("only_there.prompt", "Only there.");
        var application = workshop.NewConsumer("Application");
        application.WriteProject(items: """<ProjectReference Include="../SharedLibrary/SharedLibrary.csproj" />""");
        application.Write("greeting.prompt", "From the application.");
        application.Write(
            "Program.cs",
            """
            Console.WriteLine(Application.Prompts.Greeting.Render().Messages[0].Text);
            Console.WriteLine(SharedLibrary.Prompts.Greeting.Render().Messages[0].Text);
            Console.WriteLine(Application.Prompts.All.Count + " " + SharedLibrary.Prompts.All.Count);
            """
        );
        application.Write(
            "Both.slnx",
            "<Solution><Project Path=\"Application.csproj\" /><Project Path=\"../SharedLibrary/SharedLibrary.csproj\" /></Solution>"
        );

        Assert.Equal("From the application.\nFrom the library.\n1 2\n", await application.RunAsync("--project", "Application.csproj"));
    }
}
