using System.Text.Json;
using Microsoft.Extensions.AI;
using PromptKit.Conformance.Compiling;

namespace PromptKit.Conformance.Comparing;

/// <summary>
/// Compares what a case expects with what its prompt is and renders to. What a case does not expect must not be there, as in the
/// reference's own runner; an expectation of an unknown kind is a difference.
/// </summary>
internal static class Expectation
{
    public static IReadOnlyList<string> Differences(CaseProject project, Prompt prompt)
    {
        var preamble = prompt.Render(InputOf(project, prompt));
        var expected = (JsonObject)project.Case.Expected.DeepClone();
        var actual = new JsonObject
        {
            ["messages"] = Messages.Sent(preamble, project.Prompt, project.Case.Data["messages"] as JsonArray),
            ["config"] = PromptFacts.Config(preamble.Options),
            ["ext"] = PromptFacts.Extensions(prompt),
            ["input"] = Schema(project.InputIsInferred ? null : prompt.InputSchema),
            ["output"] = Output(prompt, preamble, expected),
        };
        expected["messages"] = Messages.Expected(expected["messages"] as JsonArray ?? []);
        expected["config"] ??= new JsonObject();
        expected["ext"] ??= new JsonObject();
        expected["input"] ??= new JsonObject();
        expected["output"] ??= new JsonObject();
        // A default shows in what is rendered without its member.
        expected["input"]!.AsObject().Remove("default");
        AddOptional(expected, actual, prompt);
        return [.. JsonDifference.Between(expected, actual, "")];
    }

    // These are compared where the case names them; the reference drops `metadata` itself.
    private static void AddOptional(JsonObject expected, JsonObject actual, Prompt prompt)
    {
        foreach (var key in expected.Select(entry => entry.Key).Where(key => !actual.ContainsKey(key)).ToList())
        {
            if (key == "raw")
            {
                actual["raw"] = Raw(expected["raw"]!.AsObject(), actual, prompt);
            }
            else if (Fact(key, prompt) is { } fact)
            {
                actual[key] = fact;
            }
        }
    }

    // The text of the front matter is not kept: what stands in it is compared with what became of it, schemas are compared above.
    private static JsonObject Raw(JsonObject expected, JsonObject actual, Prompt prompt)
    {
        expected.Remove("input");
        expected.Remove("output");
        var raw = new JsonObject();
        foreach (var key in expected.Select(entry => entry.Key))
        {
            var value =
                key == "config" ? actual["config"]
                : prompt.Metadata.TryGetValue(key, out var metadata) ? JsonNode.Parse(metadata.GetRawText())
                : Fact(key, prompt);
            if (value is not null)
            {
                raw[key] = value.DeepClone();
            }
        }

        return raw;
    }

    private static JsonNode? Fact(string key, Prompt prompt) =>
        key switch
        {
            "name" => prompt.Name,
            "variant" => prompt.Variant,
            "description" => prompt.Description,
            "model" => prompt.ModelId,
            "tools" => new JsonArray([.. prompt.ToolNames.Select(name => (JsonNode)name)]),
            "metadata" => PromptFacts.Metadata(prompt),
            _ => null,
        };

    private static JsonObject Output(Prompt prompt, Preamble preamble, JsonObject expected)
    {
        var output = Schema(prompt.OutputSchema);
        if (expected["output"]?["format"] is not null)
        {
            output["format"] = preamble.Options.ResponseFormat is ChatResponseFormatJson ? "json" : "text";
        }

        return output;
    }

    private static JsonObject Schema(JsonElement? schema) =>
        PromptFacts.Schema(schema) is { } node ? new JsonObject { ["schema"] = node } : [];

    private static JsonElement InputOf(CaseProject project, Prompt prompt)
    {
        var isGiven = project.Case.Data.ContainsKey("input") || project.InputIsInferred;
        var input =
            isGiven ? CaseProject.InputOf(project.Case.Data)
            : prompt.InputSchema is { } schema ? SampleInput.Of(schema)
            : new JsonObject();
        return JsonElement.Parse(input?.ToJsonString() ?? "null");
    }
}
