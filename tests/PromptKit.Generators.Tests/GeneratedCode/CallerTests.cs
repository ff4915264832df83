using Microsoft.CodeAnalysis;
using PromptKit.Compiler;

namespace PromptKit.Generators.Tests.GeneratedCode;

/// <summary>A prompt with errors still gives its class: those who use it see its own errors and no others.</summary>
public sealed class CallerTests
{
    // Every way to use a prompt that needs no input.
    private const string Caller = """
        file static class Caller
        {
            public static global::PromptKit.IChatPreamble Use(global::PromptKit.Session session)
            {
                global::PromptKit.Prompt prompt = Prompts.{0};
                _ = session.Chat(Prompts.{0});
                _ = prompt.Name + prompt.Description + prompt.SourceHash + prompt.Metadata.Count;
                _ = Prompts.{0}.Render().Messages.Count;
                _ = Prompts.{0}.Render(new {0}Input());
                return Prompts.{0}.With(new {0}Input());
            }
        }
        """;

    [Fact]
    public void CallersOfAnyPromptWithErrorsSeeNoSecondError()
    {
        var sources = new List<string>();
        foreach (var golden in GoldenCase.Sample(GoldenCase.SinglePrompts()))
        {
            var settings = new ProjectSettings($"Case{sources.Count}");
            var source = new PromptSource("/app/x.prompt", golden.ProjectPath, golden.ReadPrompt(), settings);
            var project = ProjectCompiler.Compile(settings, [source], []);
            if (project.Prompts[0].Diagnostics.All(diagnostic => diagnostic.Severity != Severity.Error))
            {
                continue;
            }

            sources.AddRange(project.Common.Select(file => file.Code));

            // A partial has no class of its own.
            if (project.Prompts[0].Code is { } code)
            {
                sources.Add(code);
                sources.Add($"namespace {settings.Namespace};\n" + Caller.Replace("{0}", PropertyName(code), StringComparison.Ordinal));
            }
        }

        Assert.NotEmpty(sources);
        Assert.Empty(TestCompilation.Complaints(TestCompilation.Of(sources)));
    }

    [Fact]
    public void CallersThatGiveMembersSeeNoSecondError()
    {
        const string caller = """
            file static class Caller
            {
                public static object Use() => App.Prompts.Greet.With(new() { Name = "Ada", Age = 36 });
            }
            """;
        const string start = "---\ninput:\n  schema:\n    name: string\n    age: integer\n";
        (string Prompt, string Id)[] mistakes =
        [
            (start + "modle: x\n---\n{{ name }}\n", "PK1020"),
            (start + "config: { temperature: 9 }\n---\n{{ name }}\n", "PK1025"),
            (start + "config: {\n---\n{{ name }}\n", "PK1005"),
            (start + "output:\n  schema: { a: strin }\n---\n{{ name }}\n", "PK2001"),
            (start.Replace("string", "sting", StringComparison.Ordinal) + "---\n{{ name }}\n", "PK2001"),
            (start + "---\n{{ nmae }}\n", "PK4001"),
            (start + "---\n{{ name\n", "PK3002"),
            (start + "---\n{{ name + }}\n", "PK3001"),
            (start + "---\n{{ role \"sytem\" }}\n", "PK4002"),
            (start + "---\n{{ readonly name }}\n", "PK3005"),
        ];

        Assert.All(mistakes, mistake => TestProject.With("greet.prompt", mistake.Prompt).AddSource(caller).Run(mistake.Id));
    }

    [Fact]
    public void ACallerThatLeavesOutARequiredMemberIsAnErrorOfCSharp()
    {
        var project = TestProject
            .With("greet.prompt", "---\ninput:\n  schema:\n    name: string\n---\n{{ name }}\n")
            .AddSource("class C { object Use() => App.Prompts.Greet.With(new()); }");
        project
            .CreateDriver()
            .RunGeneratorsAndUpdateCompilation(project.CreateCompilation(), out var output, out _, TestContext.Current.CancellationToken);

        var errors = output
            .GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

        Assert.Equal(["CS9035"], errors.Select(error => error.Id));
    }

    private static string PropertyName(string code)
    {
        const string marker = "Prompt.Instance;";
        var end = code.IndexOf(marker, StringComparison.Ordinal);
        var start = code.LastIndexOf('.', end) + 1;
        return code[start..end];
    }
}
