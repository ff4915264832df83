using System.Text.Json;
using PromptKit.Compiler;
using Scriban;
using Scriban.Runtime;

namespace PromptKit.Generators.Tests.Differential;

/// <summary>
/// Templates with partials render as Scriban's interpreter does with a loader, to the character. <c>PROMPTKIT_TEST_SCALE=25</c> compares
/// 1,000 projects with 10 inputs each.
/// </summary>
public sealed class RandomPartialTests(ITestOutputHelper output)
{
    private const int Batch = 40;
    private const int Inputs = 10;

    [Fact]
    public void WhatIncludesRendersAsScribanDoes()
    {
        var random = TestSeed.For(nameof(WhatIncludesRendersAsScribanDoes));
        var (compared, refused) = (0, 0);
        for (var batch = 0; batch < TestSeed.Scale; batch++)
        {
            var projects = new List<(string Template, IReadOnlyDictionary<string, string> Partials, string Code)>();
            while (projects.Count < Batch)
            {
                var (template, partials) = new RandomPartials(random).Next();
                if (Compile(template, partials, $"T{projects.Count}") is { } code)
                {
                    projects.Add((template, partials, code));
                }
                else
                {
                    refused++;
                    Assert.True(refused < 500 * TestSeed.Scale, "Too few of the templates compile.");
                }
            }

            using var loaded = Load(projects.Select(project => project.Code));
            for (var i = 0; i < projects.Count; i++)
            {
                var prompt = loaded.Prompt($"T{i}.TPrompt");
                var (template, partials, _) = projects[i];
                compared += Enumerable.Range(0, Inputs).Count(_ => Compare(prompt, template, partials, RandomInput.Next(random)));
            }
        }

        output.WriteLine($"PROMPTKIT_TEST_SEED={TestSeed.Value}: {Batch * TestSeed.Scale} projects, {compared} pairs, {refused} refused");
        Assert.True(refused < Batch * TestSeed.Scale, $"{refused} projects were refused: the generator writes too few that compile.");
    }

    private static string? Compile(string template, IReadOnlyDictionary<string, string> partials, string ns)
    {
        var settings = new ProjectSettings(ns);
        var files = partials.ToDictionary(partial => $"_{partial.Key}.prompt", partial => partial.Value);
        files["t.prompt"] = RandomTemplate.Schema + template;
        var compiled = ProjectCompiler.Compile(
            settings,
            files.Select(file => new PromptSource(
                "/app/" + file.Key,
                file.Key,
                file.Value.Replace(RandomPartials.Omitted, "", StringComparison.Ordinal),
                settings
            )),
            []
        );
        var diagnostics = compiled.Prompts.SelectMany(prompt => prompt.Diagnostics).ToList();
        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Rule.Id is "PK9000");
        var isRight = diagnostics.TrueForAll(diagnostic => diagnostic.Severity != Severity.Error);
        return isRight ? compiled.Prompts.Single(prompt => prompt.Code is not null).Code : null;
    }

    private static LoadedAssembly Load(IEnumerable<string> code)
    {
        var compilation = TestCompilation.Of(code);
        var complaints = TestCompilation.Complaints(compilation).Take(5).ToList();
        Assert.True(complaints.Count == 0, string.Join('\n', complaints));
        return LoadedAssembly.Load(compilation);
    }

    // False when neither renders.
    private static bool Compare(Prompt prompt, string template, IReadOnlyDictionary<string, string> partials, RandomInput input)
    {
        var expected = Interpret(template, partials, input, out var failure);
        try
        {
            var messages = prompt.Render(JsonElement.Parse(input.Json)).Messages;
            var actual = messages.Count == 0 ? "" : messages[0].Text;
            var files = string.Join("\n", partials.Select(partial => $"_{partial.Key}: {JsonText.Quote(partial.Value)}"));
            Assert.True(
                expected?.Trim() == actual.Trim(),
                $"PROMPTKIT_TEST_SEED={TestSeed.Value}\nTEMPLATE\n{JsonText.Quote(template)}\n{files}\nINPUT\n{input.Json}\nSCRIBAN\n{JsonText.Quote(expected ?? failure)}\nPROMPTKIT\n{JsonText.Quote(actual)}"
            );
            return true;
        }
        catch (PromptRenderException exception) when (expected is null || exception.InnerException is OverflowException)
        {
            return false;
        }
    }

    private static string? Interpret(string template, IReadOnlyDictionary<string, string> partials, RandomInput input, out string failure)
    {
        var context = new TemplateContext
        {
            LoopLimit = 0,
            LimitToString = 0,
            RecursiveLimit = 0,
            StrictVariables = true,
            NewLine = "\n",
            TemplateLoader = new PartialLoader(partials),
        };
        failure = "";
        context.PushGlobal((ScriptObject)input.Model.Clone(deep: true));
        try
        {
            return Template.Parse(template.ReplaceLineEndings("\n")).Render(context);
        }
        catch (Scriban.Syntax.ScriptRuntimeException exception)
        {
            failure = exception.Message;
            return null;
        }
    }
}
