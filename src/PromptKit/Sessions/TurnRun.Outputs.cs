using Microsoft.Extensions.AI;

namespace PromptKit;

/// <summary>Answers that do not fit the prompt's output, and are asked for again.</summary>
internal sealed partial class TurnRun
{
    // An answer that does not fit, and why; sent and never stored.
    private IReadOnlyList<ChatMessage> _correction = [];
    private int _corrections;

    // Where in the reply the last answer begins.
    private int _answerStart;

    /// <summary>Whether the model is asked again if its answer does not fit.</summary>
    public bool MayAskAgain => Agent.Prompt is { AnyOutput: not null } prompt && _corrections < prompt.OutputRetries;

    private bool IsStrict => _request.Send.StrictOutput ?? _services.StrictOutput;

    /// <summary>Whether the answer does not fit and the model is to be asked again; then only the next answer counts.</summary>
    public bool TakeCorrection()
    {
        if (!MayAskAgain || HasReachedLimit || _round is not null || _final is not { } answer)
        {
            return false;
        }

        var mismatches = Agent.Prompt!.AnyOutput!.Check(string.Concat(answer.Messages.Select(message => message.Text)), IsStrict);
        if (mismatches.Count == 0 || OutcomeOf(_lastResponse?.FinishReason) == ReplyOutcome.Filtered)
        {
            return false;
        }

        _corrections++;
        _correction = OutputCorrection.Of(answer.Messages, mismatches);
        _said.RemoveRange(_answerStart, _said.Count - _answerStart);
        _final = null;
        return true;
    }

    private IReadOnlyList<ChatMessage> WithCorrection() =>
        [.. _uncommitted.Select(entry => MessageCopy.Of(entry.Message)), .. _correction.Select(MessageCopy.Of)];

    /// <summary>A stored reply, with what reading its output needs.</summary>
    private ChatReply Typeable(ChatReply reply)
    {
        reply.IsStrict = IsStrict;
        var own = _request.Source().Prompt;
        reply.AgentPrompt = reply.Agent == own?.Name ? own : null;
        reply.HandedOverTo = reply.Agent == own?.Name ? null : reply.Agent;
        return reply;
    }
}
