using PromptKit.Rendering;

namespace PromptKit.Tests.Sessions;

/// <summary>A prompt that has a topic and may hand over to others; its name is its model's too.</summary>
internal sealed class TopicPrompt(string name, params string[] agents) : Prompt<string>
{
    public override string Name => name;

    public override string SourceHash => "0";

    public override IReadOnlyList<string> AgentNames => agents;

    protected override string? InputSchemaJson => """{"type":"object","properties":{"topic":{"type":"string"}},"required":["topic"]}""";

    /// <summary>The model's call that hands over to a prompt.</summary>
    public static ScriptedReply Transfer(string target, string topic) =>
        new()
        {
            Contents = [new FunctionCallContent(target, $"transfer_to_{target}", new Dictionary<string, object?> { ["topic"] = topic })],
        };

    public override Preamble Render(string input) =>
        new([new ChatMessage(ChatRole.System, $"{name}: {input}")], new ChatOptions { ModelId = name });

    protected override string ReadInput(JsonInput json) => json.Required("topic").ReadString();
}
