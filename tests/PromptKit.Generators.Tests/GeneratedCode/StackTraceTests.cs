using System.Diagnostics;
using System.Text.Json;

namespace PromptKit.Generators.Tests.GeneratedCode;

/// <summary>A failing render says where in the <c>.prompt</c> it failed.</summary>
public sealed class StackTraceTests
{
    private const string Head = "---\ninput:\n  schema:\n    n: integer\n    ns(array): integer\n---\n";

    // Lines of the body are counted from 7.
    [Theory]
    [InlineData("Text\n{{ 1 // n }}\n", 8)]
    [InlineData("{{ for x in ns }}\n- {{ x }}\n- {{ x // n }}\n{{ end }}", 9)]
    [InlineData("{{ for x in ns }}\n{{ x }}\n{{ else }}\n{{ 1 // n }}\n{{ end }}", 10, true)]
    [InlineData("{{ if ns.size > 100 }}\na\n{{ else if 1 // n == 2 }}\nb\n{{ end }}", 9)]
    [InlineData("{{ if ns.size > 100 }}\na\n{{ else }}\n{{ x = 2 }}\n{{ 1 // n + x }}\n{{ end }}", 11)]
    [InlineData("{{ i = 0 }}\n{{ while 2 // (n + 2 - i) > 0 }}\n{{ i = i + 1 }}\n{{ end }}", 8)]
    [InlineData("{{ capture c }}\na\n{{ 1 // n }}\n{{ end }}{{ c }}", 9)]
    [InlineData("a\n{{ x = 1\n y = 2 // n\n x + y }}", 9)]
    [InlineData("a\n{{ case n }}\n{{ when 7 }}\nb\n{{ when 0 }}\nc{{ 1 // n }}\n{{ end }}", 12)]
    [InlineData("a\n{{ ns | array.each @(do; ret $0 // n; end) | array.size }}\n", 8)]
    [InlineData("a\n\n{{ \"not base 64\" | string.base64_decode | string.append (n | math.format \"N0\") }}\n", 9)]
    public void TheInnermostFrameOfGeneratedCodeIsThePlaceInThePrompt(string body, int line, bool isEmpty = false)
    {
        using var loaded = TestProject.With("prompts/ask.prompt", Head + body).Silence("PK3101", "PK4104").Run().Load();

        Assert.Equal(("/app/prompts/ask.prompt", line), PlaceOfFailure(loaded, isEmpty ? "[]" : "[5, 7]"));
    }

    [Fact]
    public void AFailureInAPartialIsPlacedThere_AlsoWhereItsTextIsAValue()
    {
        var partial = "Be kind.\n\n{{ 1 // n }}\n";
        using var included = TestProject
            .With("prompts/ask.prompt", Head + "a\n{{ include \"tone\" }}")
            .Add("prompts/_tone.prompt", partial)
            .Silence("PK3101", "PK4104")
            .Run()
            .Load();
        using var computed = TestProject
            .With("prompts/ask.prompt", Head + "a\n{{ (include \"tone\") + \"!\" }}")
            .Add("prompts/_tone.prompt", partial)
            .Silence("PK3101", "PK4104")
            .Run()
            .Load();

        Assert.Equal(("/app/prompts/_tone.prompt", 3), PlaceOfFailure(included, "[]"));
        Assert.Equal(("/app/prompts/_tone.prompt", 3), PlaceOfFailure(computed, "[]"));
    }

    [Fact]
    public void TheTextOfTheExceptionShowsThePlace()
    {
        using var loaded = TestProject.With("prompts/ask.prompt", Head + "a\n{{ 1 // n }}{{ ns.size }}").Run().Load();

        var exception = Assert.Throws<PromptRenderException>(() => Render(loaded, "[]"));

        Assert.Contains("/app/prompts/ask.prompt:line 8", exception.ToString(), StringComparison.Ordinal);
    }

    private static (string? File, int Line) PlaceOfFailure(LoadedAssembly loaded, string list)
    {
        var exception = Assert.Throws<PromptRenderException>(() => Render(loaded, list));
        var frame = new StackTrace(exception.InnerException!, fNeedFileInfo: true)
            .GetFrames()
            .First(frame => frame.GetMethod()?.Module.Assembly == loaded.Assembly);
        return (frame.GetFileName(), frame.GetFileLineNumber());
    }

    private static Preamble Render(LoadedAssembly loaded, string list) =>
        loaded.Prompt("App.AskPrompt").Render(JsonElement.Parse($"{{\"n\": 0, \"ns\": {list}}}"));
}
