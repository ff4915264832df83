using Microsoft.CodeAnalysis;
using PromptKit.Generators.Tests.Caching;

namespace PromptKit.Generators.Tests.Names;

/// <summary>PK1045: the project's own C# has a name that is generated.</summary>
public sealed class ProjectClashTests
{
    private const string Schema = "---\ninput:\n  schema:\n    tier(enum): [a, b]\noutput:\n  schema: { x: string }\n---\n{{ tier }}\n";

    private static readonly TestProject Project = TestProject.With("greet.prompt", Schema).Add("support/greet.prompt", Schema);

    [Theory]
    [InlineData("namespace App { class GreetPrompt; }", "App.GreetPrompt", "a class", "PromptKitNamespace")]
    [InlineData("namespace App { record GreetInput; }", "App.GreetInput", "a record", "PromptKitNamespace")]
    [InlineData("namespace App { struct GreetOutput; }", "App.GreetOutput", "a struct", "PromptKitNamespace")]
    [InlineData("namespace App { enum GreetInputTier; }", "App.GreetInputTier", "an enum", "PromptKitNamespace")]
    [InlineData("namespace App.GreetInput { class C; }", "App.GreetInput", "a namespace", "PromptKitNamespace")]
    [InlineData(
        "namespace App { partial class Prompts { partial class Support { interface GreetInput; } } }",
        "App.Prompts.Support.GreetInput",
        "an interface",
        "PromptKitClassName"
    )]
    public void ATypeOfTheProjectIsOneErrorAndNoneOfCSharp(string source, string name, string kind, string property)
    {
        var run = Project
            .AddSource(source)
            .AddSource(
                "class Uses { object A(PromptKit.Session session) => session.Chat(App.Prompts.Greet.With(default!)); object B = App.Prompts.Support.Greet; }"
            )
            .Run("PK1045");

        Assert.Equal(
            $"'{name}' is already {kind} of the project. Rename it, or set the MSBuild property '{property}' to another name.",
            run.Diagnostics.Single().GetMessage()
        );
    }

    [Fact]
    public void AFolderOfCSharpNamedPromptsIsOneErrorBesideTheOneOfCSharp()
    {
        var (diagnostics, errors) = Compile(
            TestProject
                .With("greet.prompt", Schema)
                .AddSource("namespace App.Prompts { class Helper; }")
                .AddSource("class Uses { object A = App.Prompts.Greet; }")
        );

        Assert.Equal(
            [
                "'App.Prompts' is already a namespace of the project. Rename it, or set the MSBuild property 'PromptKitClassName' to another name.",
            ],
            diagnostics
        );
        Assert.True(
            errors.Count() == 1 && errors.All(error => error.Contains("CS0101", StringComparison.Ordinal)),
            string.Join('\n', errors)
        );
    }

    [Fact]
    public void AClassNamedPromptsIsOneErrorBesideTheOneOfCSharp()
    {
        var (diagnostics, errors) = Compile(
            Project.AddSource("namespace App { class Prompts; }").AddSource("class Uses { object A = App.Prompts.Greet; }")
        );

        Assert.Equal(
            [
                "'App.Prompts' is already a class of the project. Rename it, or set the MSBuild property 'PromptKitClassName' to another name.",
            ],
            diagnostics
        );
        Assert.True(
            errors.Count() == 1 && errors.All(error => error.Contains("CS0260", StringComparison.Ordinal)),
            string.Join('\n', errors)
        );
    }

    [Fact]
    public void AnotherNameForTheClassIsTheRemedy() =>
        Project.WithProperty("PromptKitClassName", "Texts").AddSource("namespace App.Prompts { class Helper; }").Run();

    [Fact]
    public void PartialTypesExtendWhatIsGenerated() =>
        Project
            .AddSource(
                """
                namespace App
                {
                    static partial class Prompts { internal static string Mine => ""; }
                    partial record GreetInput { internal int Length => Tier.ToString().Length; }
                    partial class GreetPrompt { internal string Mine => Name; }
                }
                """
            )
            .Run();

    [Fact]
    public void TypesElsewhereAndOfLikeNamesDoNotClash() =>
        Project
            .AddSource(
                "namespace App { class GreetInputPromptOutput; class Greet; class GreetInput<T>; } namespace Other { class GreetInput; class Prompts; }"
            )
            .Run();

    [Fact]
    public void EditingCSharp_FindsTheSameNames_AndLeavesEveryPromptStepCached()
    {
        var run = new PipelineRun(Project.AddSource("namespace App { class GreetInput; }")).EditCSharp(
            "namespace App { class GreetingInputs; }"
        );

        Assert.Equal(["EquatableArray`1 Unchanged"], run.Reasons(PromptGeneratorSteps.FindTakenNames));
        Assert.All(run.Reasons(PromptGeneratorSteps.Link), reason => Assert.EndsWith(" Cached", reason, StringComparison.Ordinal));
        Assert.All(run.Reasons(PromptGeneratorSteps.Compile), reason => Assert.EndsWith(" Cached", reason, StringComparison.Ordinal));
    }

    private static (IEnumerable<string> Diagnostics, IEnumerable<string> Errors) Compile(TestProject project)
    {
        project
            .CreateDriver()
            .RunGeneratorsAndUpdateCompilation(
                project.CreateCompilation(),
                out var output,
                out var diagnostics,
                TestContext.Current.CancellationToken
            );
        var errors = output
            .GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(error => error.Severity == DiagnosticSeverity.Error);
        return (diagnostics.Select(diagnostic => diagnostic.GetMessage()), errors.Select(error => error.ToString()));
    }
}
