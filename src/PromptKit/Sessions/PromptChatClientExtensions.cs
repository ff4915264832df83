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
        var rendered = preamble.Render();
        var all = rendered.Options.Clone();
        OptionsMerge.Apply(all, options);
        all.Tools = OptionsMerge.Tools(all.Tools, options?.Tools) is { Count: > 0 } tools ? [.. tools] : null;
        if (rendered.Messages.Count == 0)
        {
            throw new InvalidOperationException("The prompt renders to no message: there is nothing to answer.");
        }

        // A chat has a user's message to go with a system message; alone, it is what is asked.
        IEnumerable<ChatMessage> messages =
            rendered.Messages is [{ Role: var role } only] && role == ChatRole.System
                ? [new ChatMessage(ChatRole.User, only.Contents)]
                : rendered.Messages;
        return client.GetResponseAsync(messages, all, cancellationToken);
    }
}
