using System.Globalization;
using PromptKit.Compiler;
using PromptKit.Compiler.Binding.Functions;
using Scriban;

namespace PromptKit.Generators.Tests.Differential;

/// <summary>Every compiled function gives what Scriban's gives, to the character, whatever the thread's culture.</summary>
public sealed class FunctionDifferenceTests(ITestOutputHelper output)
{
    private const int Inputs = 15;

    // The functions have thousands of templates: more inputs than that would take most of CI, and all of them most of a plain run, which
    // takes a quarter.
    private const int MostScale = 4;
    private const int FewestTemplates = 4;

    // What they give is not the same twice, so they cannot be compared.
    private static readonly string[] NeverTheSame = ["date.now", "date.utc_now", "math.random", "math.uuid"];

    private static readonly ProjectSettings Settings = new("T");

    private static int Scale => Math.Min(TestSeed.Scale, MostScale);

    private static readonly string[] Cultures = ["", "tr-TR", "de-DE"];

    public static TheoryData<string> Groups =>
        [.. FunctionTable.All.Select(function => FunctionTable.GroupOf(function) ?? "").Distinct(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Groups))]
    public void EveryFunctionGivesWhatScribanGives(string group)
    {
        var random = TestSeed.For(group);
        var functions = FunctionTable
            .All.Where(function => function.Refusal is null && (FunctionTable.GroupOf(function) ?? "") == group)
            .Where(function => !NeverTheSame.Contains(function.Name, StringComparer.Ordinal) && function.Name != "json")
            .ToList();
        var templates = functions.ConvertAll(function => Some(FunctionTemplates.Of(function).Distinct(StringComparer.Ordinal), random));
        using var loaded = Load(templates.ConvertAll(Choice));
        var variants = loaded.Prompt("T.TPrompt").Variants.ToDictionary(prompt => prompt.Variant!, StringComparer.Ordinal);
        var differences = new List<string>();
        var exercised = new int[functions.Count];
        for (var i = 0; i < functions.Count; i++)
        {
            for (var which = 0; which < templates[i].Count; which++)
            {
                exercised[i] += Compare(variants[$"f{i}"], templates[i][which], which, random, differences);
            }
        }

        output.WriteLine($"PROMPTKIT_TEST_SEED={TestSeed.Value}: {functions.Count} functions, {templates.Sum(one => one.Count)} templates");
        Assert.True(differences.Count == 0, $"{differences.Count} differences\n" + string.Join("\n\n", differences.Take(20)));
        Assert.Equal([], functions.Where((_, index) => exercised[index] < Inputs).Select(function => function.Name));
    }

    private static List<string> Some(IEnumerable<string> templates, Random random)
    {
        var all = templates.ToArray();
        random.Shuffle(all);
        return [.. all.Where(Compiles).Take(Math.Max(FewestTemplates, all.Length * Scale / MostScale))];
    }

    // One prompt for all of a function's templates: compiling is what takes the time.
    private static string Choice(List<string> templates) =>
        "{{ case which }}"
        + string.Concat(
            templates.Select(
                (template, index) =>
                    $"{{{{ when {index} }}}}{template.Replace(" v ", $" v{index} ", StringComparison.Ordinal).Replace(" v.", $" v{index}.", StringComparison.Ordinal)}"
            )
        )
        + "{{ end }}";

    /// <returns>How many inputs gave a result that was compared.</returns>
    private static int Compare(Prompt prompt, string template, int which, Random random, List<string> differences)
    {
        var parsed = Template.Parse(template);
        var count = 0;
        for (var i = 0; i < Inputs * Scale; i++)
        {
            var input = FunctionInput.Next(random, template.Contains("date.", StringComparison.Ordinal));
            var expected = Reference.Render(parsed, input.Model, out var failure);
            var actual = Render(prompt, input.Json(which), Cultures[i % Cultures.Length], out var problem);
            if (expected != actual)
            {
                differences.Add(
                    $"{template}\n  {input.Named(template)}\n  Scriban   {JsonText.Quote(expected ?? failure)}\n  PromptKit {JsonText.Quote(actual ?? problem)}"
                );
                return count;
            }

            count += expected is null ? 0 : 1;
        }

        return count;
    }

    private static string? Render(Prompt prompt, string json, string culture, out string problem)
    {
        var own = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            var text = RenderedText.Of(prompt, json, out var exception);
            problem = $"{exception?.Message} {exception?.InnerException?.Message}";
            return text;
        }
        finally
        {
            CultureInfo.CurrentCulture = own;
        }
    }

    private static bool Compiles(string template)
    {
        var compiled = PromptCompiler.Compile(Source("t.prompt", FunctionTemplates.Schema + template));
        Assert.DoesNotContain(compiled.Diagnostics, diagnostic => diagnostic.Rule.Id is "PK9000");
        return compiled.Diagnostics.All(diagnostic => diagnostic.Severity != Severity.Error);
    }

    private static PromptSource Source(string name, string content) => new($"/app/{name}", name, content, Settings);

    // As variants of one prompt, so that the types of their input are compiled once.
    private static LoadedAssembly Load(List<string> templates)
    {
        var sources = templates.Select((template, index) => Source($"t.f{index}.prompt", template));
        var compiled = ProjectCompiler.Compile(Settings, sources.Prepend(Source("t.prompt", FunctionTemplates.Schema + "x")), []);
        var code = compiled.Prompts.Select(prompt => prompt.Code).OfType<string>();
        var loaded = LoadedAssembly.Load(TestCompilation.Of(code), out var complaints);
        Assert.True(complaints.Count == 0, string.Join('\n', complaints.Take(8)));
        return loaded;
    }

    // A new version of Scriban may bring new ones.
    [Fact]
    public void EveryFunctionOfScribanIsInTheTable()
    {
        var builtins = new Scriban.Functions.BuiltinFunctions();
        var names = builtins.Keys.SelectMany(group =>
            builtins[group] is Scriban.Runtime.ScriptObject members && members.GetType() != builtins["empty"]!.GetType()
                ? members.Keys.Where(name => members[name] is Scriban.Runtime.IScriptCustomFunction).Select(name => $"{group}.{name}")
            : group is "include" or "include_join" ? [group]
            : []
        );

        Assert.Equal(
            names.Concat(["timespan.zero", "json"]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
            FunctionTable.All.Select(function => function.Name).Append("include").Order(StringComparer.Ordinal)
        );
    }
}
