using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;
using PromptKit.Generators.Tests.Differential;

namespace PromptKit.Generators.Tests.Injection;

/// <summary>
/// Whatever the values hold, a prompt of this repository gives the messages that its statements say, and each value is text in its own.
/// <c>PROMPTKIT_TEST_SCALE=10</c> tries each with 50 inputs.
/// </summary>
public sealed partial class RepositoryPromptTests(ITestOutputHelper output)
{
    private const int Inputs = 5;

    /// <summary>
    /// What the statements say is what Scriban's interpreter does with them. Those of golden cases compare, cut and replace texts.
    /// </summary>
    [Fact]
    public void InEveryPromptThatCompiles_NoValueAddsAMessageOrMovesOne()
    {
        var random = TestSeed.For(nameof(InEveryPromptThatCompiles_NoValueAddsAMessageOrMovesOne));
        var (loaded, prompts) = RepositoryPrompt.Load(PromptProject.Programs().Concat(PromptProject.GoldenCases()));
        using (loaded)
        {
            var withInput = prompts.Where(prompt => prompt.Prompt.InputSchema is not null).ToList();
            var compared = withInput.Count(prompt => Enumerable.Range(0, Inputs * TestSeed.Scale).Count(_ => Compare(prompt, random)) > 0);
            output.WriteLine(
                $"PROMPTKIT_TEST_SEED={TestSeed.Value}: {prompts.Count} prompts, {withInput.Count} with input, {compared} compared"
            );
            Assert.True(withInput.Count > (TestSeed.Scale < 3 ? 50 : 100), $"Only {withInput.Count} prompts have an input.");
            Assert.True(compared > withInput.Count * 9 / 10, $"Only {compared} of {withInput.Count} prompts could be compared.");
        }
    }

    /// <summary>Programs print their inputs as they are. So nothing is needed to say what they should render to but another text.</summary>
    [Fact]
    public void InThePromptsOfPrograms_AValueStandsAsItIsWhereAHarmlessOneStands()
    {
        var random = TestSeed.For(nameof(InThePromptsOfPrograms_AValueStandsAsItIsWhereAHarmlessOneStands));
        var (loaded, prompts) = RepositoryPrompt.Load(PromptProject.Programs());
        using (loaded)
        {
            var found = 0;
            foreach (var prompt in prompts.Where(prompt => prompt.Prompt.InputSchema is not null))
            {
                // They are few.
                for (var i = 0; i < 4 * Inputs * TestSeed.Scale; i++)
                {
                    found += CompareWithHarmless(prompt.Prompt, random);
                }
            }

            output.WriteLine($"PROMPTKIT_TEST_SEED={TestSeed.Value}: {prompts.Count} prompts, {found} values found");
            Assert.True(found > 100, $"Only {found} values were found.");
        }
    }

    private static bool Compare(RepositoryPrompt prompt, Random random)
    {
        // An input that is missing has its default, which Scriban knows nothing of.
        var isWhole = prompt.Content.Contains("default", StringComparison.Ordinal) || random.Next(2) == 0;
        var schema = prompt.Prompt.InputSchema!.Value;
        var (json, model) = new SchemaInput(schema, random, isWhole, _ => Payload.Next(random)).Write();
        Preamble preamble;
        try
        {
            preamble = prompt.Prompt.Render(JsonElement.Parse(json));
        }
        catch (PromptRenderException)
        {
            // Some of these loops never end; the interpreter would not notice.
            return false;
        }

        var trace = new StatementTrace();
        var loader = new PartialLoader(prompt.Partials);
        var written = Reference.Render(prompt.Template, model, trace.Functions, out var failure, loader);

        if (written is null || trace.IsNested)
        {
            return false;
        }

        var firstRole = Role().IsMatch(prompt.AllText) ? ChatRole.User : ChatRole.System;
        var (expected, actual) = (trace.Divide(written, firstRole.Value), TracedPreamble.Of(preamble));
        // Dates and JSON are other values to Scriban, and compared elsewhere.
        var isSame = Untold().IsMatch(prompt.AllText) ? expected.Shape == actual.Shape : expected.ToString() == actual.ToString();
        Assert.True(
            isSame,
            $"PROMPTKIT_TEST_SEED={TestSeed.Value}\n{prompt.File}\n{prompt.Content}\nINPUT\n{json}\nEXPECTED {failure}\n{expected}\nACTUAL\n{actual}"
        );
        return true;
    }

    /// <returns>How many values stood in the messages.</returns>
    private static int CompareWithHarmless(Prompt prompt, Random random)
    {
        var (shape, key) = (random.Next(), random.NextInt64());
        var (markers, payloads) = (new List<string>(), new List<string>());
        var schema = prompt.InputSchema!.Value;
        var (harmless, _) = new SchemaInput(schema, new Random(shape), isWhole: false, Mark).Write();
        var (hostile, _) = new SchemaInput(schema, new Random(shape), isWhole: false, Poison).Write();
        var (expected, actual) = (prompt.Render(JsonElement.Parse(harmless)), prompt.Render(JsonElement.Parse(hostile)));
        var report = $"PROMPTKIT_TEST_SEED={TestSeed.Value}\n{prompt.Name}\nINPUT\n{hostile}\nACTUAL\n{actual}";

        Assert.True(TracedPreamble.Of(expected).Shape == TracedPreamble.Of(actual).Shape, report);
        Assert.Equal(OptionsOf(expected), OptionsOf(actual));
        var found = 0;
        foreach (var (message, text) in actual.Messages.Zip(expected.Messages, (message, other) => (message.Text, other.Text)))
        {
            var restored = Marked()
                .Replace(
                    message,
                    match =>
                    {
                        found++;
                        Assert.True(
                            Unindented(match.Groups["payload"].Value)
                                == Unindented(payloads[markers.IndexOf(match.Groups["marker"].Value)]),
                            report
                        );
                        return match.Groups["marker"].Value;
                    }
                );
            Assert.True(restored == text, report);
        }

        return found;

        string Mark(int index)
        {
            markers.Add($"m{key:x16}n{index}m");
            return markers[index];
        }

        string Poison(int index)
        {
            payloads.Add(Payload.Next(random));
            return markers[index] + payloads[index] + markers[index];
        }
    }

    private static string OptionsOf(Preamble preamble) => JsonSerializer.Serialize(preamble.Options, AIJsonUtilities.DefaultOptions);

    // A tag alone on its line indents each line of its value.
    private static string Unindented(string text) => Indent().Replace(text, "\n");

    [GeneratedRegex(
        "(?<marker>m[0-9a-f]{16}n[0-9]+m)(?<payload>.*?)\\k<marker>",
        RegexOptions.Singleline,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Marked();

    [GeneratedRegex("\n[ \t]+", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Indent();

    [GeneratedRegex(@"\{\{[-~]?\s*role\s", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Role();

    [GeneratedRegex(
        @"\bjson\b|\bdate\.|\btimespan\.|\bmath\.(uuid|random)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Untold();
}
