using Microsoft.Extensions.AI;
using PromptKit;

namespace SupportDesk;

/// <summary>Stands in for <c>Prompts.TriageAgent</c> until the generator compiles <c>prompts/triage_agent.prompt</c>.</summary>
internal sealed class TriageAgent : IChatPreamble
{
    public Prompt? Prompt => null;

    public Preamble Render() => new([new ChatMessage(ChatRole.System, "You are the first person a customer meets at the support desk.")]);
}
