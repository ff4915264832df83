namespace PromptKit.Package;

public sealed class DefaultItemsTests(Workshop workshop)
{
    private const string Broken = "{{ this is no prompt";

    [Fact]
    public async Task EveryPromptBelowTheProject_IsNamedAfterItsFolders_AndSchemasAreFound_ButOutputFoldersAreLeftOut()
    {
        var project = workshop.NewConsumer("Folders");
        project.WriteProject();
        project.Write("prompts/support/x.prompt", "From a folder.");
        project.Write("hello_world.prompt", "---\noutput: { schema: address }\n---\nFrom the root.");
        project.Write("prompts/_schemas.yaml", "address: { street: string }");
        project.Write("bin/Debug/net10.0/copied.prompt", Broken);
        project.Write("obj/copied.prompt", Broken);
        project.Write(
            "Program.cs",
            """
            using Folders;

            Console.WriteLine(Prompts.Support.X.Name + ": " + Prompts.Support.X.Render().Messages[0].Text);
            Console.WriteLine(Prompts.HelloWorld.Name + ": " + Prompts.HelloWorld.Render().Messages[0].Text);
            Console.WriteLine(new Prompts.Schemas.Address { Street = "From the schemas." }.Street);
            """
        );

        Assert.Equal("support/x: From a folder.\nhello_world: From the root.\nFrom the schemas.\n", await project.RunAsync());
    }

    [Fact]
    public async Task WithoutDefaultItems_OnlyTheListedFilesArePrompts_AndTheirLinkNamesThem()
    {
        var project = workshop.NewConsumer("Listed");
        project.WriteProject(
            "<PromptKitDefaultItems>false</PromptKitDefaultItems>",
            """<AdditionalFiles Include="shelf/listed.prompt" Link="prompts/chosen/listed.prompt" />"""
        );
        project.Write("shelf/listed.prompt", "I am listed.");
        project.Write("shelf/draft.prompt", Broken);
        project.Write("Program.cs", "Console.WriteLine(Listed.Prompts.Chosen.Listed.Render().Messages[0].Text);");

        Assert.Equal("I am listed.\n", await project.RunAsync());
    }
}
