using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using PromptKit.Generators.Tests.Tools;

namespace PromptKit.Generators.Tests.Caching;

public sealed class PipelineValueTests
{
    [Fact]
    public void NoPipelineValueHoldsAnObjectOfRoslyn()
    {
        var project = TestProject
            .With("prompts/a.prompt", PromptTexts.Full)
            .Add("prompts/c.prompt", PromptTexts.Broken)
            .AddSource(ToolTexts.Lookup)
            .AddSource(ToolTexts.Refund)
            .AddSource("static class Wrong { [PromptKit.PromptTool] public static void Do(object anything) { } }");
        var steps = new PipelineRun(project).Result.TrackedSteps;

        foreach (var name in PipelineRun.PromptSteps.Concat(PipelineRun.ToolSteps).Append(PromptGeneratorSteps.ReadProject))
        {
            Assert.NotEmpty(steps[name]);
            Assert.All(steps[name].SelectMany(run => run.Outputs), output => Assert.Empty(RoslynTypesInside.Find(output.Value)));
        }
    }

    [Fact]
    public void EveryNamedStepRuns()
    {
        var named = typeof(PromptGeneratorSteps)
            .GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            .Select(field => (string)field.GetRawConstantValue()!);
        // With a mistake for every step that does nothing but report.
        var project = TestProject
            .With("prompts/c.prompt", PromptTexts.Broken)
            .Add("prompts/_schemas.yaml", "Unused: { a: string }\n")
            .WithProperty("PromptKitAccessibility", "private")
            .AddSource("namespace App.Prompts { class C; }")
            .AddSource("static class T { [PromptKit.PromptTool] public static void Do() { } }");

        Assert.Superset(
            named.ToHashSet(StringComparer.Ordinal),
            new PipelineRun(project).Result.TrackedSteps.Keys.ToHashSet(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void AnObjectOfRoslynIsFoundHoweverDeepItIs()
    {
        var location = Location.Create("/app/x.prompt", default, new LinePositionSpan(default, default));

        Assert.NotEmpty(RoslynTypesInside.Find(location));
        Assert.NotEmpty(RoslynTypesInside.Find(("a", new[] { new { Inner = (object)location } })));
        Assert.Empty(RoslynTypesInside.Find(("a", new[] { new { Inner = (object)"text" } })));
    }
}
