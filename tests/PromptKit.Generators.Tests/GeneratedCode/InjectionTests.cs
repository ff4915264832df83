using System.Text.Json;

namespace PromptKit.Generators.Tests.GeneratedCode;

/// <summary>
/// A prompt's text and names never break out of the generated C#: whatever they hold, the code compiles without a warning, and once loaded
/// says exactly what the file says.
/// </summary>
public sealed class InjectionTests(ITestOutputHelper output)
{
    private const int Batch = 50;
    private const int Batches = 4;

    [Fact]
    public void WhateverAPromptHolds_ItsConstantsAreItsText()
    {
        output.WriteLine($"PROMPTKIT_TEST_SEED={TestSeed.Value}");
        var random = TestSeed.For(nameof(WhateverAPromptHolds_ItsConstantsAreItsText));
        for (var i = 0; i < Batches * TestSeed.Scale; i++)
        {
            var prompts = Enumerable.Range(0, Batch).Select(index => HostilePrompt.Next(random, index)).ToList();
            var project = prompts.Aggregate(new TestProject(), (project, prompt) => project.Add(prompt.ProjectPath, prompt.Content));
            using var loaded = project.Run().Load();
            foreach (var prompt in prompts)
            {
                Check(prompt, loaded.Prompt($"App.{prompt.Property}Prompt"));
            }
        }
    }

    private static void Check(HostilePrompt expected, Prompt actual)
    {
        Assert.Equal(expected.Key, actual.Name);
        Assert.Equal(expected.Description, actual.Description);
        Assert.Equal(expected.ModelId, actual.ModelId);
        Assert.Equal(expected.Value, actual.Metadata[expected.MetadataKey].GetString());
        var description = actual.InputSchema!.Value.GetProperty("properties").GetProperty("name").GetProperty("description");
        Assert.Equal(expected.MemberDescription, description.GetString());

        var preamble = LoadedAssembly.Render(actual, ("Name", expected.Value));

        Assert.Equal([expected.Value], preamble.Options.StopSequences);
        Assert.Equal(expected.Value, preamble.Options.AdditionalProperties!["x"]);
        Assert.Equal(JsonText.Quote(expected.Text + expected.Value), JsonText.Quote(preamble.Messages.Single().Text));
    }

    private sealed record HostilePrompt(
        string Key,
        string Description,
        string ModelId,
        string MemberDescription,
        string MetadataKey,
        string Value,
        string Text
    )
    {
        public string Property => PascalCase.Of(Key);

        public string ProjectPath => Key + ".prompt";

        public string Content =>
            $$$"""
                ---
                description: {{{Quote(Description)}}}
                model: {{{Quote(ModelId)}}}
                config: { stopSequences: [{{{Quote(Value)}}}], additional: { x: {{{Quote(Value)}}} } }
                metadata: { {{{Quote(MetadataKey)}}}: {{{Quote(Value)}}} }
                input:
                  schema:
                    name?: {{{Quote("string, " + MemberDescription)}}}
                ---
                {{{Text}}}{{ name }}
                """;

        public static HostilePrompt Next(Random random, int index) =>
            new(
                // Not what ends a path or a name: folders, a variant's dot.
                $"p{index}x " + Nasty(random, text => text.IndexOfAny(['/', '\\', '.']) < 0 && text != "\0"),
                "d" + Nasty(random),
                "m" + Nasty(random),
                "d" + Nasty(random) + "d",
                "k" + Nasty(random),
                "v" + Nasty(random) + "v",
                // Not what the template language reads, nor U+0000, which its lexer drops. Blanks at the end would indent the value.
                "t" + Nasty(random, text => text.IndexOfAny(['{', '}', '\r', '\0']) < 0) + "t"
            );

        // Files hold no lone surrogates.
        private static string Nasty(Random random, Func<string, bool>? allowed = null) =>
            RandomText.Next(random, 8, text => RandomText.IsWellFormed(text) && allowed?.Invoke(text) != false);

        // JSON's strings are YAML's; what a file cannot hold in peace is escaped.
        private static string Quote(string text) => JsonSerializer.Serialize(text);
    }
}
