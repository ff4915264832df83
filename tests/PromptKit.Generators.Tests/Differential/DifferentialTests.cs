using System.Text.Json;
using PromptKit.Compiler;
using Scriban;

namespace PromptKit.Generators.Tests.Differential;

/// <summary>
/// What compiles renders as Scriban's interpreter does, to the character. <c>PROMPTKIT_TEST_SCALE=50</c> compares 2,000 templates with 10
/// inputs each.
/// </summary>
public sealed class DifferentialTests(ITestOutputHelper output)
{
    private const int Batch = 40;
    private const int Inputs = 10;

    [Fact]
    public void WhatCompilesRendersAsScribanDoes()
    {
        var random = TestSeed.For(nameof(WhatCompilesRendersAsScribanDoes));
        var (compared, refused) = (0, 0);
        for (var batch = 0; batch < TestSeed.Scale; batch++)
        {
            var templates = new List<string>();
            while (templates.Count < Batch)
            {
                var template = new RandomTemplate(random).Next();
                if (Compiles(template))
                {
                    templates.Add(template);
                }
                else
                {
                    refused++;
                    Assert.True(refused < 500 * TestSeed.Scale, "Too few of the templates compile.");
                }
            }

            using var loaded = Load(templates);
            for (var i = 0; i < templates.Count; i++)
            {
                var prompt = loaded.Prompt($"T{i}.TPrompt");
                compared += Enumerable.Range(0, Inputs).Count(_ => Compare(prompt, templates[i], RandomInput.Next(random)));
            }
        }

        output.WriteLine($"PROMPTKIT_TEST_SEED={TestSeed.Value}: {Batch * TestSeed.Scale} templates, {compared} pairs, {refused} refused");
        Assert.True(refused < Batch * TestSeed.Scale * 3, $"{refused} templates were refused: the generator writes too few that compile.");
    }

    private static bool Compiles(string template)
    {
        var compiled = PromptCompiler.Compile(SourceOf(template, "T"));
        Assert.DoesNotContain(compiled.Diagnostics, diagnostic => diagnostic.Rule.Id is "PK9000");
        return compiled.Diagnostics.All(diagnostic => diagnostic.Severity != Severity.Error);
    }

    private static PromptSource SourceOf(string template, string ns) =>
        new("/app/t.prompt", "t.prompt", RandomTemplate.Schema + template, new ProjectSettings(ns));

    private static LoadedAssembly Load(List<string> templates)
    {
        var code = templates.Select((template, index) => PromptCompiler.Compile(SourceOf(template, $"T{index}")).Code!).ToList();
        var compilation = TestCompilation.Of(code);
        var complaints = TestCompilation.Complaints(compilation).Take(5).ToList();
        Assert.True(complaints.Count == 0, string.Join('\n', complaints));
        return LoadedAssembly.Load(compilation);
    }

    // False when neither renders, or the pair is one of the listed exceptions.
    private static bool Compare(Prompt prompt, string template, RandomInput input)
    {
        var expected = Interpret(template, input, out var failure);
        // Scriban computes the right side of `??` even where the left is used, and fails on it.
        if (failure.Contains("divide by zero", StringComparison.Ordinal) && template.Contains("??", StringComparison.Ordinal))
        {
            return false;
        }

        // An object equals no number and no boolean; to Scriban that is a mistake.
        if (
            failure.Contains("Unable to convert type `object`", StringComparison.Ordinal)
            || failure.Contains("Expecting an array for the right argument", StringComparison.Ordinal)
        )
        {
            return false;
        }

        try
        {
            var messages = prompt.Render(JsonElement.Parse(input.Json)).Messages;
            var actual = messages.Count == 0 ? "" : messages[0].Text;
            Assert.True(
                Normalise(expected) == Normalise(actual),
                $"PROMPTKIT_TEST_SEED={TestSeed.Value}\nTEMPLATE\n{JsonText.Quote(template)}\nINPUT\n{input.Json}\nSCRIBAN\n{JsonText.Quote(expected ?? failure)}\nPROMPTKIT\n{JsonText.Quote(actual)}"
            );
            return true;
        }
        catch (PromptRenderException exception) when (expected is null || exception.InnerException is OverflowException)
        {
            return false;
        }
    }

    // The whitespace of a message's edges is dropped.
    private static string? Normalise(string? text) => text?.Trim();

    private static string? Interpret(string template, RandomInput input, out string failure)
    {
        var context = new TemplateContext
        {
            LoopLimit = 0,
            LimitToString = 0,
            RecursiveLimit = 0,
            StrictVariables = true,
            NewLine = "\n",
        };
        failure = "";
        context.PushGlobal((Scriban.Runtime.ScriptObject)input.Model.Clone(deep: true));
        try
        {
            return Template.Parse(template).Render(context);
        }
        catch (Scriban.Syntax.ScriptRuntimeException exception)
        {
            failure = exception.Message;
            return null;
        }
    }
}
