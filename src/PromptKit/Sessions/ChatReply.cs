using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.AI;

namespace PromptKit;

/// <summary>A model's answer to one message. When you have it, message and answer are stored.</summary>
/// <remarks>
/// <see cref="ChatResponse.Messages"/> are all messages of the turn but the user's: with tools, also the calls and their results.
/// <see cref="ChatResponse.Usage"/> adds up all model calls of the turn; it is <see langword="null"/> when the client does not say.
/// Changing a reply does not change the history. Not thread-safe.
/// </remarks>
public class ChatReply : ChatResponse
{
    internal ChatReply(ChatResponse? response, IList<ChatMessage> messages, UsageDetails? usage, string? agent, ReplyOutcome outcome)
        : base(messages)
    {
        Usage = usage;
        Agent = agent;
        Outcome = outcome;

        // All but ConversationId: the history is PromptKit's, and no other call may continue it at the service.
        ResponseId = response?.ResponseId;
        ModelId = response?.ModelId;
        CreatedAt = response?.CreatedAt;
        FinishReason = response?.FinishReason;
        RawRepresentation = response?.RawRepresentation;
        AdditionalProperties = response?.AdditionalProperties;
    }

    /// <summary>The name of the prompt that answered; <see langword="null"/> when the preamble was none.</summary>
    public string? Agent { get; }

    /// <summary>How the turn ended.</summary>
    public ReplyOutcome Outcome { get; }

    /// <summary>The prompt that answered, where it is known.</summary>
    internal Prompt? AgentPrompt { get; set; }

    /// <summary>The name of the prompt that answered, when it is not the chat's own; else <see langword="null"/>.</summary>
    internal string? HandedOverTo { get; set; }

    /// <summary>Whether an answer that has to be repaired is none.</summary>
    internal bool IsStrict { get; set; }

    /// <summary>What the model said after its last tools.</summary>
    internal string FinalText => TextBehindTools(Messages);

    /// <summary>Reads the answer, if it is of this prompt and fits its output, or can be made to.</summary>
    /// <typeparam name="TOutput">The prompt's output.</typeparam>
    /// <param name="prompt">The prompt, such as one that the conversation was handed over to.</param>
    /// <param name="output">The output; the default value when the answer is of another prompt, or does not fit.</param>
    /// <returns>Whether there is an output.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="prompt"/> is <see langword="null"/>.</exception>
    public bool TryGetOutput<TOutput>(IOutputPrompt<TOutput> prompt, [MaybeNullWhen(false)] out TOutput output)
    {
        ArgumentNullException.ThrowIfNull(prompt);
        output = default;
        return HasAnswer && IsOf(prompt.Name) && prompt.Output.TryRead(FinalText, IsStrict, out output);
    }

    internal static string TextBehindTools(IList<ChatMessage> messages)
    {
        var first = messages.Count;
        while (first > 0 && messages[first - 1].Role != ChatRole.Tool)
        {
            first--;
        }

        return messages.Count - first == 1 ? messages[first].Text : string.Concat(messages.Skip(first).Select(message => message.Text));
    }

    private protected void ThrowIfUnanswered()
    {
        if (!HasAnswer)
        {
            throw new InvalidOperationException(
                $"There is no answer to read yet: the turn ended as {Outcome}. ResumeAsync goes on with it."
            );
        }
    }

    private bool HasAnswer => Outcome is not (ReplyOutcome.AwaitingApproval or ReplyOutcome.ToolRoundLimit);

    // Variants of a prompt have its output.
    private bool IsOf(string name) => Agent is not null && MainName(Agent) == MainName(name);

    private static string MainName(string name) => name.IndexOf('.', name.LastIndexOf('/') + 1) is var dot and >= 0 ? name[..dot] : name;
}
