using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.FrontMatter;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding;

/// <summary>Maps <c>model:</c> and <c>config:</c> to properties of <c>ChatOptions</c>.</summary>
internal static class OptionsBinder
{
    private const string Namespace = "global::Microsoft.Extensions.AI.";

    public static EquatableArray<BoundOption> Bind(FrontMatterModel frontMatter, BoundSchema? output, EquatableArray<ToolOutline> tools)
    {
        var options = new List<BoundOption>();
        if (frontMatter.ModelId is { } model)
        {
            options.Add(new BoundOption("ModelId", model.Value));
        }

        options.AddRange(frontMatter.Config.Select(Bind));
        if (frontMatter.ToolChoice is { } choice)
        {
            options.Add(
                new BoundOption(
                    "ToolMode",
                    new ToolMode(choice.Value is "auto" or "none" or "required" ? PascalCase.Of(choice.Value) : null, choice.Value)
                )
            );
        }

        if (tools.Count > 0)
        {
            options.Add(new BoundOption("Tools", tools));
        }

        if (output is not null)
        {
            options.Add(new BoundOption("ResponseFormat", ResponseFormat.OfSchema));
        }
        else if (frontMatter.OutputFormat?.Value == "json")
        {
            options.Add(new BoundOption("ResponseFormat", ResponseFormat.AnyJson));
        }
        return options.ToEquatableArray();
    }

    private static BoundOption Bind(ConfigEntry entry)
    {
        var scalar = entry.Value as ScalarNode;
        return entry.Setting.Key switch
        {
            "temperature" => new BoundOption("Temperature", (float)scalar!.AsNumber()!.Value),
            "topP" => new BoundOption("TopP", (float)scalar!.AsNumber()!.Value),
            "frequencyPenalty" => new BoundOption("FrequencyPenalty", (float)scalar!.AsNumber()!.Value),
            "presencePenalty" => new BoundOption("PresencePenalty", (float)scalar!.AsNumber()!.Value),
            "topK" => new BoundOption("TopK", (int)scalar!.AsInteger()!.Value),
            "maxOutputTokens" => new BoundOption("MaxOutputTokens", (int)scalar!.AsInteger()!.Value),
            "seed" => new BoundOption("Seed", scalar!.AsInteger()!.Value),
            "allowMultipleToolCalls" => new BoundOption("AllowMultipleToolCalls", scalar!.Value == "true"),
            "reasoningEffort" => new BoundOption("Reasoning", Reasoning(scalar!.Value)),
            "stopSequences" => new BoundOption(
                "StopSequences",
                ((ListNode)entry.Value).Items.Select(item => ((ScalarNode)item).Value).ToEquatableArray()
            ),
            _ => new BoundOption("AdditionalProperties", new JsonValue(entry.Value.ToJson().ToString())),
        };
    }

    private static EnumValue Reasoning(string effort) =>
        new(Namespace + "ReasoningOptions", "Effort", Namespace + "ReasoningEffort", PascalCase.Of(effort));
}
