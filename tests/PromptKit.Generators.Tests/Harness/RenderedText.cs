using System.Text.Json;

namespace PromptKit.Generators.Tests.Harness;

/// <summary>The text of the one message of a prompt.</summary>
internal static class RenderedText
{
    /// <summary>Renders with <paramref name="json"/>; null where that fails, and why in <paramref name="problem"/>.</summary>
    public static string? Of(Prompt prompt, string json, out PromptRenderException? problem)
    {
        try
        {
            problem = null;
            return prompt.Render(JsonElement.Parse(json)).Messages[0].Text;
        }
        catch (PromptRenderException exception)
        {
            problem = exception;
            return null;
        }
    }
}
