using Microsoft.Extensions.AI;

namespace PromptKit;

/// <summary>Prompts without a session.</summary>
public static class PromptChatClientExtensions
{
    /// <summary>Sends a prompt alone and gives the answer; nothing is kept.</summary>
    /// <param name="client">The model. Tools run if its pipeline invokes functions.</param>
    /// <param name="preamble">What is sent. A single message without a role of its own is sent as the user's.</param>
    /// <param name="options">Stronger than the prompt's; tools add up. Default: none.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> or <paramref name="preamble"/> is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException">The prompt renders to no message.</exception>
    public static Task<ChatResponse> GetResponseAsync(
        this IChatClient client,
        IChatPreamble preamble,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(preamble);
        var (messages, all) = Prepare(preamble, options);
        return client.GetResponseAsync(messages, all, cancellationToken);
    }

    /// <summary>Sends a prompt that has an output, and nothing else, and returns the answer to be read into it.</summary>
    /// <typeparam name="TOutput">The prompt's output.</typeparam>
    /// <param name="client">The model. It runs no tools unless its pipeline invokes functions.</param>
    /// <param name="preamble">What is sent. A single message without a role of its own is sent as the user's.</param>
    /// <param name="options">Stronger than the prompt's; tools add up. Default: none.</param>
    /// <param name="strictOutput">Whether an answer that has to be repaired counts as one that does not fit. Default: no.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The answer. When it does not fit, the model is asked again as often as the prompt's <c>output.retries</c> says.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> or <paramref name="preamble"/> is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException">The prompt renders to no message.</exception>
    public static async Task<ChatReply<TOutput>> GetResponseAsync<TOutput>(
        this IChatClient client,
        IChatPreamble<TOutput> preamble,
        ChatOptions? options = null,
        bool strictOutput = false,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(preamble);
        var (messages, all) = Prepare(preamble, options);
        var retries = preamble.Prompt?.OutputRetries ?? 0;
        var usage = new UsageDetails();
        IEnumerable<ChatMessage> correction = [];
        while (true)
        {
            // Clients may change what they are given.
            var response = await client
                .GetResponseAsync([.. messages, .. correction], all.Clone(), cancellationToken)
                .ConfigureAwait(false);
            usage.Add(response.Usage ?? new UsageDetails());
            var mismatches = retries-- > 0 ? preamble.Output.Check(ChatReply.TextBehindTools(response.Messages), strictOutput) : [];
            if (mismatches.Count == 0)
            {
                var reply = ReplyOf(response, preamble.Prompt, response.Usage is null ? null : usage, strictOutput);
                return new ChatReply<TOutput>(reply, preamble.Output);
            }

            correction = OutputCorrection.Of(response.Messages, mismatches);
        }
    }

    private static ChatReply ReplyOf(ChatResponse response, Prompt? prompt, UsageDetails? usage, bool isStrict) =>
        new(response, response.Messages, usage, prompt?.Name, TurnRun.OutcomeOf(response.FinishReason))
        {
            AgentPrompt = prompt,
            IsStrict = isStrict,
        };

    private static (IReadOnlyList<ChatMessage> Messages, ChatOptions Options) Prepare(IChatPreamble preamble, ChatOptions? options)
    {
        var rendered = preamble.Render();
        var all = rendered.Options.Clone();
        OptionsMerge.Apply(all, options);
        all.Tools = OptionsMerge.Tools(all.Tools, options?.Tools) is { Count: > 0 } tools ? [.. tools] : null;
        if (rendered.Messages.Count == 0)
        {
            throw new InvalidOperationException("The prompt renders to no message: there is nothing to answer.");
        }

        // A chat has a user's message to go with a system message; alone, it is what is asked.
        return rendered.Messages is [{ Role: var role } only] && role == ChatRole.System
            ? ([new ChatMessage(ChatRole.User, only.Contents)], all)
            : (rendered.Messages, all);
    }
}
