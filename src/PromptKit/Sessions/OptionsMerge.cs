using Microsoft.Extensions.AI;

namespace PromptKit;

/// <summary>Puts stronger options over weaker ones.</summary>
internal static class OptionsMerge
{
    /// <summary>Sets in <paramref name="options"/> whatever is set in <paramref name="stronger"/>. Tools add up.</summary>
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
        AddTools(options, stronger.Tools);
        foreach (var (name, value) in stronger.AdditionalProperties ?? [])
        {
            (options.AdditionalProperties ??= [])[name] = value;
        }
    }

    public static void AddTools(ChatOptions options, IList<AITool>? tools)
    {
        if (tools is { Count: > 0 })
        {
            options.Tools = [.. options.Tools ?? [], .. tools];
        }
    }
}
