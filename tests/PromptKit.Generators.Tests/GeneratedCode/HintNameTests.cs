using Microsoft.CodeAnalysis;

namespace PromptKit.Generators.Tests.GeneratedCode;

/// <summary>One odd file name never loses the other prompts.</summary>
public sealed class HintNameTests
{
    private static readonly string[] OddPaths =
    [
        "prompts/q&a.prompt",
        "prompts/Q&A again.prompt",
        "prompts/sub/q&a.prompt",
        "prompts/🎉party.prompt",
        "prompts/漢字.prompt",
        "prompts/a#b;c.prompt",
        "prompts/ab.prompt",
        "prompts/aB.prompt",
        "prompts/a d.prompt",
        "prompts/a\"e.prompt",
        "prompts/a<b>|g?.prompt",
        "prompts/a\nf.prompt",
        "prompts/%41{0}.prompt",
        "prompts/" + new string('x', 300) + ".prompt",
        "prompts/" + new string('y', 300) + "1.prompt",
        "prompts/.prompt",
        "../other/prompts/linked.prompt",
        "CON.prompt",
        "prompts/class/string.prompt",
        "prompts/\u202ex.prompt",
    ];

    [Fact]
    public void EveryFileGetsItsCode_UnderANameOfItsOwn()
    {
        var project = OddPaths.Aggregate(new TestProject(), (project, path) => project.Add(path, PromptTexts.Minimal));
        var driver = project.CreateDriver().RunGenerators(project.CreateCompilation(), TestContext.Current.CancellationToken);
        var result = driver.GetRunResult().Results.Single();

        Assert.Null(result.Exception);
        var names = result.GeneratedSources.Select(source => source.HintName).ToList();
        Assert.Equal(OddPaths.Length, names.Except(GeneratorRun.CommonFiles, StringComparer.Ordinal).Count());
        Assert.Equal(names.Count, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(names, name => Assert.Matches("^[A-Za-z0-9_.]{1,120}$", name));
    }

    [Fact]
    public void EachOddFileNameCompilesAlone() =>
        Assert.All(OddPaths, path => Assert.NotEmpty(TestProject.With(path, PromptTexts.Minimal).Run().SingleCode));
}
