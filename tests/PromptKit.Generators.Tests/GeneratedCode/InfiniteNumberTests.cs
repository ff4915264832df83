using PromptKit.Generators.Tests.Differential;
using Scriban;
using Scriban.Runtime;

namespace PromptKit.Generators.Tests.GeneratedCode;

/// <summary>Numbers that JSON has none for are printed as Scriban prints them, inside of objects and lists too.</summary>
public sealed class InfiniteNumberTests
{
    [Theory]
    [InlineData("v = {a: x / y, b: 1.5}; v", "PK4103")]
    [InlineData("[[x / y], [2.5]]")]
    [InlineData("[{a: x / y}]")]
    [InlineData("[x / y, 2.5]")]
    [InlineData("x / y")]
    [InlineData("json {a: x / y, b: [x / y]}")]
    [InlineData("json (x / y)")]
    public void TheyAreScribans(string expression, params string[] warnings)
    {
        var template = "[{{ " + expression + " }}]";
        using var loaded = TestProject
            .With("t.prompt", "---\ninput: { schema: { x: number, y: number } }\n---\n" + template)
            .Run(warnings)
            .Load();
        foreach (var (x, y) in new[] { (1.5, 0.0), (-1.5, 0.0), (0.0, 0.0), (1.5, 0.5) })
        {
            var model = new ScriptObject { ["x"] = x, ["y"] = y };
            var expected = Reference.Render(Template.Parse(template), model, out var failure);

            var actual = RenderedText.Of(loaded.Prompt("App.TPrompt"), FormattableString.Invariant($"{{\"x\":{x},\"y\":{y}}}"), out _);

            Assert.Equal("", failure);
            Assert.Equal(expected, actual);
        }
    }
}
