namespace PromptKit;

/// <summary>A model's answer to one message, to be read into a <typeparamref name="TOutput"/>.</summary>
/// <typeparam name="TOutput">The output: a generated record or enum, a list, a scalar.</typeparam>
/// <inheritdoc cref="ChatReply" path="/remarks"/>
public sealed class ChatReply<TOutput> : ChatReply
{
    private readonly PromptOutput<TOutput> _output;
    private (TOutput Output, IReadOnlyList<OutputRepair> Repairs)? _read;

    internal ChatReply(ChatReply reply, PromptOutput<TOutput> output)
        : base(reply, reply.Messages, reply.Usage, reply.Agent, reply.Outcome)
    {
        AgentPrompt = reply.AgentPrompt;
        HandedOverTo = reply.HandedOverTo;
        IsStrict = reply.IsStrict;
        _output = output;
    }

    /// <summary>
    /// The answer, read leniently and typed strictly. It is read when it is first asked for; what the model said after its last tools
    /// counts.
    /// </summary>
    /// <exception cref="OutputFormatException">The answer does not fit and cannot be made to; or it can, and repairs are forbidden.</exception>
    /// <exception cref="InvalidOperationException">
    /// There is no answer, because the turn waits or has reached its limit; or another prompt has answered, whose output is of another
    /// type: <see cref="ChatReply.TryGetOutput"/> reads it.
    /// </exception>
    public TOutput Output => Read().Output;

    /// <summary>What was changed to make the answer fit, in the order of the answer; empty when it was right as it was.</summary>
    /// <inheritdoc cref="Output" path="/exception"/>
    public IReadOnlyList<OutputRepair> OutputRepairs => Read().Repairs;

    private (TOutput Output, IReadOnlyList<OutputRepair> Repairs) Read()
    {
        if (_read is { } read)
        {
            return read;
        }

        ThrowIfUnanswered();
        var output = OutputOfAgent().Read(FinalText, IsStrict, out var repairs);
        _read = (output, repairs);
        return (output, repairs);
    }

    private PromptOutput<TOutput> OutputOfAgent() =>
        HandedOverTo is null ? _output
        : AgentPrompt is IOutputPrompt<TOutput> other ? other.Output
        : throw new InvalidOperationException(
            $"The conversation was handed over: this answer is of the prompt '{HandedOverTo}', which has another output. Read it with "
                + "reply.TryGetOutput(prompt, out var output), or as reply.Text."
        );
}
