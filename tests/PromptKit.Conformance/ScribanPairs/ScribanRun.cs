using System.Text.Json;
using PromptKit.Compiler;
using PromptKit.Compiler.Diagnostics;
using PromptKit.Compiler.Text;

namespace PromptKit.Conformance.ScribanPairs;

/// <summary>Compiles all cases together and renders what compiles.</summary>
internal static class ScribanRun
{
    private const string FrontMatter = """
        ---
        input:
          schema:
            page:
              title: string
            user:
              name: string
            product:
              title: string
              type: string
            products(array):
              title: string
              type: string
        ---

        """;

    private static readonly Lazy<IReadOnlyDictionary<string, ScribanResult>> Run = new(() =>
        Judge(ScribanCases.All).ToDictionary(result => result.Case.Name, StringComparer.Ordinal)
    );

    public static IReadOnlyDictionary<string, ScribanResult> Results => Run.Value;

    private static List<ScribanResult> Judge(IReadOnlyList<ScribanCase> cases)
    {
        var compiled = cases.Select((one, index) => (Case: one, Prompt: Compile(one, index))).ToList();
        var whole = compiled.Where(one => Errors(one.Prompt).Count == 0).ToList();
        using var loaded = LoadedAssembly.Load(TestCompilation.Of(whole.Select(one => one.Prompt.Code!)));
        return
        [
            .. compiled.Select(
                (one, index) => Errors(one.Prompt) is { Count: > 0 } errors ? Refused(one.Case, errors) : Render(loaded, one.Case, index)
            ),
        ];
    }

    private static CompiledPrompt Compile(ScribanCase one, int index)
    {
        var content = FrontMatter.ReplaceLineEndings("\n") + one.Template;
        return PromptCompiler.Compile(new PromptSource($"/pairs/t.prompt", "t.prompt", content, new ProjectSettings($"Pair{index}")));
    }

    private static List<PromptDiagnostic> Errors(CompiledPrompt prompt) =>
        [.. prompt.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error)];

    // At the construct: in the template, and at a token, not at the whole of it.
    private static ScribanResult Refused(ScribanCase one, List<PromptDiagnostic> errors)
    {
        var first = errors[0];
        var bodyLine = FrontMatter.ReplaceLineEndings("\n").Count(character => character == '\n');
        var isPlaced = errors.TrueForAll(error => error.Place.StartLine >= bodyLine && error.Place.Length > 0 && error.Rule.Id != "PK9000");
        var reason = $"{first.Rule.Id}: {first.Message}";
        return new ScribanResult(one, isPlaced ? ScribanOutcome.Refused : ScribanOutcome.Wrong, reason);
    }

    private static ScribanResult Render(LoadedAssembly loaded, ScribanCase one, int index)
    {
        try
        {
            var messages = loaded.Prompt($"Pair{index}.TPrompt").Render(JsonElement.Parse(ScribanCases.Model)).Messages;
            var text = messages.Count == 0 ? "" : messages[0].Text;
            var isSame = one.Renders && text.Trim() == one.Expected.ReplaceLineEndings("\n").Trim();
            return new ScribanResult(
                one,
                isSame ? ScribanOutcome.Rendered : ScribanOutcome.Wrong,
                isSame ? "" : $"It renders {JsonText.Quote(text)}, where Scriban has {JsonText.Quote(one.Expected)}."
            );
        }
        catch (PromptRenderException exception)
        {
            return new ScribanResult(one, one.Renders ? ScribanOutcome.Wrong : ScribanOutcome.FailedAlike, exception.Message);
        }
    }
}
