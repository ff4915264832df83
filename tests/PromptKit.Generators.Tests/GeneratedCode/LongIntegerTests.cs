using PromptKit.Generators.Tests.Differential;
using Scriban;
using Scriban.Runtime;

namespace PromptKit.Generators.Tests.GeneratedCode;

/// <summary>Integers that a double cannot hold, and counts beyond 32 bits, give what Scriban gives.</summary>
public sealed class LongIntegerTests
{
    [Theory]
    [InlineData("2 / n", 4_484_341_993_502_249_960)]
    [InlineData("n / 3", 9_007_199_254_740_993)]
    [InlineData("n / n", -9_007_199_254_740_995)]
    [InlineData("2 / n", 7)]
    [InlineData("'ab' * n", -4_831_320_320)]
    [InlineData("'ab' * n", 4_831_320_320)]
    [InlineData("'ab' * n", -3)]
    [InlineData("n << 1 >> 3", 4_831_320_321)]
    [InlineData("n >> 70", -4_831_320_321)]
    [InlineData("1 >> n", 2_000_000)]
    public void TheResultIsScribans(string expression, long n)
    {
        var template = "[{{ " + expression + " }}]";
        using var loaded = TestProject.With("t.prompt", "---\ninput: { schema: { n: integer } }\n---\n" + template).Run().Load();
        var model = new ScriptObject { ["n"] = n is >= int.MinValue and <= int.MaxValue ? (int)n : n };

        var expected = Reference.Render(Template.Parse(template), model, out _);

        Assert.Equal(expected, RenderedText.Of(loaded.Prompt("App.TPrompt"), $"{{\"n\":{n}}}", out _));
    }

    // Scriban fails too, but fills the memory first.
    [Theory]
    [InlineData("s * 2000000", typeof(OverflowException))]
    [InlineData("s | string.pad_left 2000000000", typeof(ArgumentOutOfRangeException))]
    [InlineData("s | string.pad_right 2000000000", typeof(ArgumentOutOfRangeException))]
    public void ATextLongerThanAStringFails(string expression, Type failure)
    {
        var template = "{{ " + expression + " }}";
        using var loaded = TestProject.With("t.prompt", "---\ninput: { schema: { s: string } }\n---\n" + template).Run().Load();

        Assert.Null(RenderedText.Of(loaded.Prompt("App.TPrompt"), $"{{\"s\":\"{new string('a', 1_000)}\"}}", out var problem));

        Assert.IsType(failure, problem?.InnerException);
    }
}
