namespace PromptKit.Compiler.Emission;

/// <summary>The names that generated code refers to, fully qualified.</summary>
internal static class Names
{
    public const string Prompt = "global::PromptKit.Prompt";
    public const string Preamble = "global::PromptKit.Preamble";
    public const string ChatPreamble = "global::PromptKit.IChatPreamble";
    public const string PromptWriter = "global::PromptKit.Rendering.PromptWriter";
    public const string PromptRenderException = "global::PromptKit.PromptRenderException";
    public const string TemplateValues = "global::PromptKit.Rendering.TemplateValues";
    public const string Rendering = "global::PromptKit.Rendering.";
    public const string TemplateText = "global::PromptKit.Rendering.TemplateText";
    public const string TemplateAny = "global::PromptKit.Rendering.TemplateAny";
    public const string PromptJson = "global::PromptKit.Rendering.PromptJson";
    public const string ChatMessage = "global::Microsoft.Extensions.AI.ChatMessage";
    public const string ChatRole = "global::Microsoft.Extensions.AI.ChatRole";
    public const string ChatOptions = "global::Microsoft.Extensions.AI.ChatOptions";
    public const string JsonInput = "global::PromptKit.Rendering.JsonInput";
    public const string OutputReader = "global::PromptKit.Outputs.OutputReader";
    public const string OutputMembers = "global::PromptKit.Outputs.OutputMembers";
    public const string OutputChoices = "global::PromptKit.Outputs.OutputChoices";
    public const string PartialValue = "global::PromptKit.Outputs.PartialValue";
    public const string PartialText = "global::PromptKit.Outputs.PartialText";
    public const string PromptOutput = "global::PromptKit.PromptOutput";

    /// <summary>Where a record's converter keeps the members it looks for.</summary>
    public const string OutputMembersField = "OutputMembers";

    /// <summary>Where an enum's converter keeps the values it looks for.</summary>
    public const string OutputChoicesField = "OutputChoices";

    /// <summary>Where a union's converter keeps the cases it looks for.</summary>
    public const string OutputCasesField = "OutputCases";

    public const string JsonOutput = "global::PromptKit.Rendering.JsonOutput";
    public const string AIFunction = "global::Microsoft.Extensions.AI.AIFunction";
    public const string ApprovalRequired = "global::Microsoft.Extensions.AI.ApprovalRequiredAIFunction";
    public const string PromptToolExport = "global::PromptKit.PromptToolExport";
    public const string PromptToolFunction = "global::PromptKit.Tools.PromptToolFunction";
    public const string ToolCall = "global::PromptKit.Tools.ToolCall";
    public const string ToolInput = "global::PromptKit.Tools.ToolInput";
    public const string ToolOutput = "global::PromptKit.Tools.ToolOutput";
    public const string ContentEquality = "global::PromptKit.Rendering.ContentEquality";
    public const string JsonElement = "global::System.Text.Json.JsonElement";
    public const string Utf8JsonReader = "global::System.Text.Json.Utf8JsonReader";
    public const string Utf8JsonWriter = "global::System.Text.Json.Utf8JsonWriter";
    public const string JsonSerializerOptions = "global::System.Text.Json.JsonSerializerOptions";
    public const string JsonTypeInfo = "global::System.Text.Json.Serialization.Metadata.JsonTypeInfo";
    public const string JsonConverter = "global::System.Text.Json.Serialization.JsonConverter";
    public const string ReadOnlyList = "global::System.Collections.Generic.IReadOnlyList";
    public const string Hidden =
        "[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]";
    public const string GeneratedCode = "[global::System.CodeDom.Compiler.GeneratedCode(\"PromptKit\", \"0.1\")]";
}
