namespace PromptKit.Package;

/// <summary>Who uses Scriban beside PromptKit sees each of its types once.</summary>
public sealed class ScribanTests(Workshop workshop)
{
    private const string Prompt = """
        ---
        input:
          schema:
            name: string
        ---
        Hello {{ name | string.upcase | string.truncate 20 }}.
        """;

    // Plain Scriban has the same types under the same names in another assembly. This library has some of them.
    [Fact]
    public async Task TypesOfAnotherAssemblyUnderScribansNames_AreNotAmbiguous()
    {
        var scriban = workshop.NewConsumer("Scriban");
        scriban.WriteProject("<OutputType>Library</OutputType>");
        scriban.Write(
            "Template.cs",
            "namespace Scriban; public static class Template { public static string Parse(string text) => text; }"
        );
        scriban.Write(
            "StringFunctions.cs",
            "namespace Scriban.Functions; public static class StringFunctions { public static string Upcase(string text) => \"mine\"; }"
        );
        var project = workshop.NewConsumer("BesideScriban");
        project.WriteProject(items: """<ProjectReference Include="../Scriban/Scriban.csproj" />""");
        project.Write("greet.prompt", Prompt);
        project.Write(
            "Program.cs",
            """
            Console.WriteLine(Scriban.Template.Parse("parsed"));
            Console.WriteLine(Scriban.Functions.StringFunctions.Upcase("x"));
            Console.WriteLine(BesideScriban.Prompts.Greet.Render(new() { Name = "Ada" }).Messages[0].Text);
            """
        );

        Assert.Equal("parsed\nmine\nHello ADA.\n", await project.RunAsync());
    }

    [Fact]
    public async Task AReferenceToThePackageThatRendersItself_IsNotAmbiguousEither()
    {
        var project = workshop.NewConsumer("WithSigned");
        project.WriteProject(
            items: $"""<PackageReference Include="Scriban.Signed" Version="{Repository.VersionOf("Scriban.Signed")}" />"""
        );
        project.Write("greet.prompt", Prompt);
        project.Write(
            "Program.cs",
            """
            Console.WriteLine(Scriban.Template.Parse("{{ 1 + 1 }}").Render());
            Console.WriteLine(WithSigned.Prompts.Greet.Render(new() { Name = "Ada" }).Messages[0].Text);
            """
        );

        Assert.Equal("2\nHello ADA.\n", await project.RunAsync());
    }
}
