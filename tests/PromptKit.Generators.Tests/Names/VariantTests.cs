namespace PromptKit.Generators.Tests.Names;

/// <summary>DESIGN §3.1: variants.</summary>
public sealed class VariantTests
{
    private const string Main =
        "---\nmodel: m\nconfig: { temperature: 0.2 }\nmaxToolRounds: 2\ntools: [t?]\nmetadata: { owner: a }\n"
        + "input:\n  schema: { name: string }\noutput:\n  schema: { a: string }\n---\nHello {{ name }}\n";

    [Theory]
    [InlineData("formal", "Formal")]
    [InlineData("gpt-4.1", "Gpt41")]
    [InlineData("de.short", "DeShort")]
    [InlineData("4o", "_4o")]
    public void AVariantIsAPropertyOfTheSameType(string variant, string property) =>
        Assert.Equal(
            $"Good day Ada {variant} support/x.{variant} True True",
            TestProject
                .With("support/x.prompt", Main)
                .Add($"support/x.{variant}.prompt", "Good day {{ name }}")
                .Evaluate(
                    $$"""
                    Prompts.Support.XPrompt variant = Prompts.Support.X.{{property}};
                    var text = variant.Render(new Prompts.Support.XInput { Name = "Ada" }).Messages[0].Text;
                    return $"{text} {variant.Variant} {variant.Name} {Prompts.Support.X.Variants.Single() == variant} {Prompts.Support.X.Variant is null}";
                    """
                )
        );

    [Fact]
    public void AVariantSaysItsOwnAndInheritsTheRest() =>
        Assert.Equal(
            "other n 0.9 5 b t True|m 0.2 2 a",
            TestProject
                .With("x.prompt", Main)
                .Add(
                    "x.own.prompt",
                    "---\ndescription: other\nmodel: n\nconfig: { temperature: 0.9 }\nmaxToolRounds: 5\nmetadata: { owner: b }\n---\nHi {{ name }}"
                )
                .Add("x.same.prompt", "Hi {{ name }}")
                .Evaluate(
                    """
                    var (own, same) = (Prompts.X.Own, Prompts.X.Same);
                    var (ownOptions, options) = (own.Render(new XInput { Name = "a" }).Options, same.Render(new XInput { Name = "a" }).Options);
                    var schemas = own.InputSchema!.Value.GetRawText() == Prompts.X.InputSchema!.Value.GetRawText() && own.OutputSchema is not null;
                    return FormattableString.Invariant($"{own.Description} {own.ModelId} {ownOptions.Temperature} {own.MaxToolRounds} {own.Metadata["owner"]} {own.ToolNames[0]} {schemas}|{same.ModelId} {options.Temperature} {same.MaxToolRounds} {same.Metadata["owner"]}");
                    """
                )
        );

    [Theory]
    [InlineData("name: y")]
    [InlineData("tools: [t?]")]
    [InlineData("agents: [x]")]
    [InlineData("input: { schema: { name: string } }")]
    [InlineData("output: { schema: { a: string } }")]
    public void AKeyOfTheMainFileIsRefused(string key) =>
        TestProject.With("x.prompt", Main).Add("x.own.prompt", $"---\n{key}\n---\nHi {{{{ name }}}}").Run("PK1030");

    [Fact]
    public void AVariantWithoutItsMainFileIsOneErrorAndNoneForCallers() =>
        TestProject
            .With("x.formal.prompt", "Hi {{ name }}")
            .AddSource(
                "class Uses { object A(PromptKit.Session session) => session.Chat(App.Prompts.X.Formal); object B = App.Prompts.X; }"
            )
            .Run("PK1043");

    [Fact]
    public void AVariantBelongsToTheFileBesideItWhateverThatIsNamed() =>
        Assert.Equal(
            "Hi hello hello.formal True",
            TestProject
                .With("x.prompt", "---\nname: hello\n---\nHello")
                .Add("x.formal.prompt", "Hi")
                .Evaluate(
                    """
                    var variant = Prompts.Hello.Formal;
                    return $"{variant.Render()} {Prompts.Hello.Name} {variant.Name} {Prompts.TryGet("hello.formal", out _)}".Replace("[system]\n", "");
                    """
                )
        );

    [Fact]
    public void ANameLikeAVariantsKeyIsAnErrorAtThatFile() =>
        TestProject.With("x.prompt", "one").Add("x.b.prompt", "two").Add("y.prompt", "---\nname: x.b\n---\nthree").Run("PK1040");
}
