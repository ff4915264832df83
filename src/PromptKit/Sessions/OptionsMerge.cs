using Microsoft.Extensions.AI;

namespace PromptKit;

/// <summary>Puts stronger options over weaker ones.</summary>
internal static class OptionsMerge
{
    /// <summary>Sets in <paramref name="options"/> whatever is set in <paramref name="stronger"/>, but for tools, which add up.</summary>
    public static void Apply(ChatOptions options, ChatOptions? stronger)
    {
        if (stronger is null)
        {
            return;
        }

        options.Instructions = stronger.Instructions ?? options.Instructions;
        options.Temperature = stronger.Temperature ?? options.Temperature;
        options.MaxOutputTokens = stronger.MaxOutputTokens ?? options.MaxOutputTokens;
        options.TopP = stronger.TopP ?? options.TopP;
        options.TopK = stronger.TopK ?? options.TopK;
        options.FrequencyPenalty = stronger.FrequencyPenalty ?? options.FrequencyPenalty;
        options.PresencePenalty = stronger.PresencePenalty ?? options.PresencePenalty;
        options.Seed = stronger.Seed ?? options.Seed;
        options.Reasoning = stronger.Reasoning ?? options.Reasoning;
        options.ResponseFormat = stronger.ResponseFormat ?? options.ResponseFormat;
        options.ModelId = stronger.ModelId ?? options.ModelId;
        options.StopSequences = stronger.StopSequences is null ? options.StopSequences : [.. stronger.StopSequences];
        options.AllowMultipleToolCalls = stronger.AllowMultipleToolCalls ?? options.AllowMultipleToolCalls;
        options.ToolMode = stronger.ToolMode ?? options.ToolMode;
        options.RawRepresentationFactory = stronger.RawRepresentationFactory ?? options.RawRepresentationFactory;
        options.AllowBackgroundResponses = stronger.AllowBackgroundResponses ?? options.AllowBackgroundResponses;
        if (stronger.AdditionalProperties is { } properties)
        {
            foreach (var (name, value) in properties)
            {
                (options.AdditionalProperties ??= [])[name] = value;
            }
        }
    }

    /// <summary>All tools, in this order.</summary>
    public static IReadOnlyList<AITool> Tools(params ReadOnlySpan<IList<AITool>?> parts)
    {
        var count = 0;
        foreach (var part in parts)
        {
            count += part?.Count ?? 0;
        }

        if (count == 0)
        {
            return [];
        }

        var tools = new AITool[count];
        count = 0;
        foreach (var part in parts)
        {
            part?.CopyTo(tools, count);
            count += part?.Count ?? 0;
        }

        return tools;
    }
}
