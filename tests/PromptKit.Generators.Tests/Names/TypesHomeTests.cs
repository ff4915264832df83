namespace PromptKit.Generators.Tests.Names;

/// <summary>DESIGN §3.1: where types stand.</summary>
public sealed class TypesHomeTests
{
    private const string Schema = "---\ninput:\n  schema: { a: address }\noutput:\n  schema: { b: string }\n---\nHello\n";

    [Fact]
    public void RootTypesStandInTheNamespace_AFoldersInItsClass_AndNamedSchemasInSchemas() =>
        TestProject
            .With("x.prompt", Schema)
            .Add("support/x.prompt", Schema)
            .Add("support/deep/x.prompt", Schema)
            .Add("_schemas.yaml", "address: { street: string }")
            .AddSource(
                """
                using App;
                class Uses
                {
                    XPrompt a = Prompts.X;
                    XInput b = new() { A = new Prompts.Schemas.Address { Street = "" } };
                    XOutput c = new() { B = "" };
                    Prompts.Support.XPrompt d = Prompts.Support.X;
                    Prompts.Support.XInput e = new() { A = new Prompts.Schemas.Address { Street = "" } };
                    Prompts.Support.Deep.XOutput f = new() { B = "" };
                    object[] All => [a, b, c, d, e, f];
                }
                """
            )
            .Silence("PK4104")
            .Run();

    [Theory]
    [InlineData("PK1040 PK1040", "triage_agent.prompt", "triage-agent.prompt")]
    [InlineData("PK1040 PK1040", "x.prompt", "prompts/x.prompt")]
    [InlineData("PK1041", "support.prompt", "support/x.prompt")]
    [InlineData("PK1042", "support/support.prompt")]
    [InlineData("PK1042", "prompts.prompt")]
    [InlineData("PK1042", "all.prompt")]
    [InlineData("PK1042", "try_get.prompt")]
    [InlineData("PK1042", "schemas.prompt")]
    [InlineData("PK1042", "json_type_info_resolver.prompt")]
    [InlineData("PK1042", "equals.prompt")]
    [InlineData("PK1042", "get-type.prompt")]
    [InlineData("PK1042", "support/to_string.prompt")]
    [InlineData("PK1042", "support/x.prompt", "support/x_input.prompt")]
    [InlineData("PK1044", "x.prompt", "x.render.prompt")]
    [InlineData("PK1044", "x.prompt", "x.source_hash.prompt")]
    [InlineData("PK1044", "x.prompt", "x.get-hash-code.prompt")]
    public void AClashIsOneErrorAtEachFileAndNoneOfCSharp(string expected, params string[] files) =>
        files.Aggregate(new TestProject(), (project, file) => project.Add(file, "Hello\n")).Run(expected.Split(' '));

    [Fact]
    public void ATypeNamedLikeTheClassOfPromptsIsAnError() =>
        TestProject.With("greeting.prompt", "Hello\n").WithProperty("PromptKitClassName", "GreetingPrompt").Run("PK1042");
}
