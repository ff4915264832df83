namespace PromptKit.Package;

public sealed class BuildErrorTests(Workshop workshop)
{
    private const string Help = "https://github.com/promptkit-dotnet/promptkit/blob/main/generators/diagnostics/";

    [Fact]
    public async Task AMistakeInAPrompt_IsTheOnlyErrorOfTheBuild_EvenWhereThePromptIsUsed()
    {
        var project = workshop.NewConsumer("Broken");
        project.WriteProject();
        project.Write(
            "prompts/greeter.prompt",
            """
            ---
            input:
              schema:
                name: string
            output:
              schema:
                greeting: string
            ---
            {{ role "system" }}
            You greet {{ nmae }}.
            """
        );
        project.Write(
            "Program.cs",
            """
            using Broken;
            using PromptKit;

            var preamble = Prompts.Greeter.Render(new GreeterInput { Name = "Ann" });
            var chat = new Session(null!).Chat(Prompts.Greeter);
            Console.WriteLine(new GreeterOutput { Greeting = preamble.ToString() });
            """
        );

        Assert.Equal(
            [$"prompts/greeter.prompt(10,14): error PK4001: Unknown variable 'nmae'. Did you mean 'name'? ({Help}PK4001.md)"],
            await project.BuildAsync()
        );
    }

    [Fact]
    public async Task EachKindOfMistake_IsOneErrorAtItsToken()
    {
        var project = workshop.NewConsumer("Mistakes");
        project.WriteProject();
        foreach (var mistake in Mistakes)
        {
            project.Write(mistake.File, mistake.Text);
        }

        var uses = Mistakes.Select(mistake => $"_ = Prompts.{mistake.Prompt}.Render(new {mistake.Prompt}Input());\n");
        project.Write("Program.cs", "using Mistakes;\n" + string.Concat(uses));

        var errors = await project.BuildAsync();

        Assert.Equal(Mistakes.Select(mistake => mistake.File + mistake.Error), errors.Select(WithoutMessage));
    }

    private static string WithoutMessage(string error) => string.Join(": ", error.Split(": ")[..2]);

    // In the order of the errors, which is that of the files. Texts of messages are tested with the compiler.
    private static readonly (string File, string Prompt, string Text, string Error)[] Mistakes =
    [
        (
            "bad_yaml.prompt",
            "BadYaml",
            """
            ---
            description: Greets
            config: { temperature: 0.2
            ---
            Hello
            """,
            "(3,9): error PK1005"
        ),
        (
            "duplicate_key.prompt",
            "DuplicateKey",
            """
            ---
            model: gpt-5-mini
            description: Greets
            model: gpt-5
            ---
            Hello
            """,
            "(4,1): error PK1021"
        ),
        (
            "never_closed.prompt",
            "NeverClosed",
            """
            # A comment may stand above.
            ---
            model: gpt-5-mini

            Hello
            """,
            "(2,1): error PK1001"
        ),
        (
            "template_syntax.prompt",
            "TemplateSyntax",
            """
            ---
            input:
              schema:
                name: string
            ---
            Hello {{ name + }}
            """,
            "(6,17): error PK3001"
        ),
        (
            "unclosed_tag.prompt",
            "UnclosedTag",
            """
            ---
            input:
              schema:
                name: string
            ---
            Hello {{ name
            and goodbye
            """,
            "(6,7): error PK3002"
        ),
        (
            "unknown_key.prompt",
            "UnknownKey",
            """
            ---
            descripton: Greets
            ---
            Hello
            """,
            "(2,1): error PK1020"
        ),
        (
            "unknown_type.prompt",
            "UnknownType",
            """
            ---
            input:
              schema:
                name: strng, how to address the customer
            ---
            Hello {{ name }}
            """,
            "(4,11): error PK2001"
        ),
        (
            "unknown_variable.prompt",
            "UnknownVariable",
            """
            Hello {{ name }}
            """,
            "(1,10): error PK4001"
        ),
        (
            "wrong_type.prompt",
            "WrongType",
            """
            ---
            config:
              temperature: hot
            ---
            Hello
            """,
            "(3,16): error PK1022"
        ),
    ];
}
