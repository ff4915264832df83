using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using PromptKit.Generators.Tests.Differential;
using JsonArray = System.Text.Json.Nodes.JsonArray;
using JsonObject = System.Text.Json.Nodes.JsonObject;

namespace PromptKit.Generators.Tests.Injection;

/// <summary>
/// Whatever the values hold, a random template gives the messages that its statements say, and the values are text in them: what Scriban's
/// interpreter writes, divided where it met the statements. <c>PROMPTKIT_TEST_SCALE=40</c> tries 2,000 templates with 10 inputs each.
/// </summary>
public sealed class RandomConversationTests(ITestOutputHelper output)
{
    private const int Batch = 100;
    private const int Inputs = 10;

    // Not what the schema holds to a list of values or to a form.
    private static readonly string[] Closed =
    [
        "tier",
        "level",
        "kind",
        "tone",
        "stamp",
        "born",
        "seen",
        "at",
        "site",
        "link",
        "code",
        "due",
        "day",
        "moment",
        "photo",
    ];

    [Fact]
    public void NoValueAddsAMessageOrMovesOne()
    {
        var random = TestSeed.For(nameof(NoValueAddsAMessageOrMovesOne));
        var (compared, messages) = (0, 0);
        for (var batch = 0; batch < TestSeed.Scale; batch++)
        {
            using var loaded = TemplateBatch.Load(prefix => Conversation(random, prefix), Batch);
            Assert.Empty(loaded.Complaints);
            for (var i = 0; i < loaded.Projects.Count; i++)
            {
                for (var j = 0; j < Inputs; j++)
                {
                    var count = Compare(loaded.PromptOf(i), loaded.Projects[i], Hostile(random));
                    compared += count is null ? 0 : 1;
                    messages += count ?? 0;
                }
            }
        }

        output.WriteLine($"PROMPTKIT_TEST_SEED={TestSeed.Value}: {compared} renderings compared, {messages} messages");
        Assert.True(compared > Batch * Inputs * TestSeed.Scale / 3, $"Only {compared} renderings could be compared.");
    }

    private static RandomProject Conversation(Random random, string prefix)
    {
        while (true)
        {
            var project = RandomTemplate.Next(random, prefix);
            if (HasRole(project))
            {
                return project;
            }
        }
    }

    private static bool HasRole(RandomProject project) => project.Template.Contains(" role ", StringComparison.Ordinal);

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
            if (Closed.Contains(key, StringComparer.Ordinal))
            {
                continue;
            }

            if (value is JsonValue && value.GetValueKind() == JsonValueKind.String)
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

    /// <returns>How many messages there are; null when one of the two fails, so that there is nothing to compare with.</returns>
    private static int? Compare(Prompt prompt, RandomProject project, RandomInput input)
    {
        var trace = new StatementTrace();
        var (template, partials) = project.Parse();
        var written = Reference.Render(template, input.Model, trace.Functions, out var failure, partials);
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
            $"PROMPTKIT_TEST_SEED={TestSeed.Value}\n{project}INPUT\n{input.Json}\nEXPECTED {failure}\n{expected}\nACTUAL\n{actual}"
        );
        return actual.Messages.Count;
    }
}
