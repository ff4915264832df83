namespace PromptKit.Compiler.Emission;

/// <summary>The names that generated code refers to, fully qualified.</summary>
internal static class Names
{
    public const string Prompt = "global::PromptKit.Prompt";
    public const string Preamble = "global::PromptKit.Preamble";
    public const string ChatPreamble = "global::PromptKit.IChatPreamble";
    public const string PromptWriter = "global::PromptKit.Rendering.PromptWriter";
    public const string PromptJson = "global::PromptKit.Rendering.PromptJson";
    public const string ChatRole = "global::Microsoft.Extensions.AI.ChatRole";
    public const string ChatOptions = "global::Microsoft.Extensions.AI.ChatOptions";
    public const string GeneratedCode = "[global::System.CodeDom.Compiler.GeneratedCode(\"PromptKit\", \"0.1\")]";
}
