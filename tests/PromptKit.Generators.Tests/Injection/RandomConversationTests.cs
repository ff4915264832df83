using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using PromptKit.Compiler;
using PromptKit.Generators.Tests.Differential;
using Scriban;
using Scriban.Runtime;
using JsonArray = System.Text.Json.Nodes.JsonArray;
using JsonObject = System.Text.Json.Nodes.JsonObject;

namespace PromptKit.Generators.Tests.Injection;

/// <summary>
/// Whatever the values hold, a random template gives the messages that its statements say, and the values are text in them: what Scriban's
/// interpreter writes, divided where it met the statements. <c>PROMPTKIT_TEST_SCALE=50</c> tries 2,000 templates with 10 inputs each.
/// </summary>
public sealed class RandomConversationTests(ITestOutputHelper output)
{
    private const int Batch = 40;
    private const int Inputs = 10;

    // Not what the schema holds to a list of values or to a form.
    private static readonly string[] Closed = ["tier", "level", "born", "seen"];

    [Fact]
    public void NoValueAddsAMessageOrMovesOne()
    {
        var random = TestSeed.For(nameof(NoValueAddsAMessageOrMovesOne));
        var (compared, messages) = (0, 0);
        for (var batch = 0; batch < TestSeed.Scale; batch++)
        {
            var templates = Templates(random);
            using var loaded = Load(templates);
            for (var i = 0; i < templates.Count; i++)
            {
                var (prompt, template) = (loaded.Prompt($"T{i}.TPrompt"), Template.Parse(templates[i]));
                for (var j = 0; j < Inputs; j++)
                {
                    var count = Compare(prompt, template, templates[i], Hostile(random));
                    compared += count is null ? 0 : 1;
                    messages += count ?? 0;
                }
            }
        }

        output.WriteLine($"PROMPTKIT_TEST_SEED={TestSeed.Value}: {compared} renderings compared, {messages} messages");
        Assert.True(compared > Batch * Inputs * TestSeed.Scale * 3 / 4, $"Only {compared} renderings could be compared.");
    }

    private static List<string> Templates(Random random)
    {
        var templates = new List<string>();
        for (var tries = 0; templates.Count < Batch; tries++)
        {
            Assert.True(tries < Batch * 20, "Too few of the templates compile.");
            var template = new RandomTemplate(random).NextConversation();
            var compiled = PromptCompiler.Compile(SourceOf(template, "T"));
            if (compiled.Diagnostics.All(diagnostic => diagnostic.Severity != Severity.Error))
            {
                templates.Add(template);
            }
        }

        return templates;
    }

    private static PromptSource SourceOf(string template, string ns) =>
        new("/app/t.prompt", "t.prompt", RandomTemplate.Schema + template, new ProjectSettings(ns));

    private static LoadedAssembly Load(List<string> templates)
    {
        var code = templates.Select((template, index) => PromptCompiler.Compile(SourceOf(template, $"T{index}")).Code!).ToList();
        return LoadedAssembly.Load(TestCompilation.Of(code));
    }

    private static RandomInput Hostile(Random random)
    {
        var members = RandomInput.Members(random);
        Poison(members, random);
        members["prices"]![Payload.Next(random)] = 7.5;
        return RandomInput.Of(members);
    }

    private static void Poison(JsonNode node, Random random)
    {
        foreach (var (key, value) in node is JsonObject map ? [.. map] : Array.Empty<KeyValuePair<string, JsonNode?>>())
        {
            if (value is JsonValue && value.GetValueKind() == JsonValueKind.String && !Closed.Contains(key, StringComparer.Ordinal))
            {
                node[key] = Payload.Next(random);
            }
            else if (value is not null)
            {
                Poison(value, random);
            }
        }

        for (var i = 0; node is JsonArray list && i < list.Count; i++)
        {
            if (list[i]?.GetValueKind() == JsonValueKind.String)
            {
                list[i] = Payload.Next(random);
            }
            else if (list[i] is { } item)
            {
                Poison(item, random);
            }
        }
    }

    /// <returns>How many messages there are; null when the interpreter or the schema fails, so that there is nothing to compare with.</returns>
    private static int? Compare(Prompt prompt, Template template, string text, RandomInput input)
    {
        var trace = new StatementTrace();
        var context = Reference.ContextOf(input.Model);
        context.BuiltinObject.Import(trace.Functions);
        var written = Reference.Render(template, context, out var failure);
        Preamble preamble;
        try
        {
            preamble = prompt.Render(JsonElement.Parse(input.Json));
        }
        catch (PromptRenderException exception) when (written is null || exception.InnerException is OverflowException)
        {
            return null;
        }

        if (written is null)
        {
            return null;
        }

        var (expected, actual) = (trace.Divide(written, ChatRole.User.Value), TracedPreamble.Of(preamble));
        Assert.True(
            expected.ToString() == actual.ToString(),
            $"PROMPTKIT_TEST_SEED={TestSeed.Value}\nTEMPLATE\n{JsonText.Quote(text)}\nINPUT\n{input.Json}\nEXPECTED {failure}\n{expected}\nACTUAL\n{actual}"
        );
        return actual.Messages.Count;
    }
}
