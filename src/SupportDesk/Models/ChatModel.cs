using System.ClientModel;
using System.Globalization;
using Microsoft.Extensions.AI;
using OpenAI;

namespace SupportDesk.Models;

/// <summary>The model to talk to, and what to tell the user about it.</summary>
internal sealed record ChatModel(IChatClient Client, string Description)
{
    private const string DefaultOpenAIModel = "gpt-4.1-mini";
    private const string DefaultOpenAIAddress = "https://api.openai.com/v1";
    private const int OfflineChunkDelay = 20;

    /// <summary>
    /// With <c>OPENAI_API_KEY</c> the model <c>OPENAI_MODEL</c> at <c>OPENAI_BASE_URL</c>, which may be any service that speaks OpenAI's
    /// protocol; without it the embedded one. <c>SUPPORTDESK_CHUNK_DELAY_MS</c> is how many milliseconds the embedded model takes for
    /// each piece of an answer (20 in a terminal, else none).
    /// </summary>
    /// <exception cref="ConfigurationException">A variable has a value that cannot be used.</exception>
    public static ChatModel FromEnvironment(Func<string, string?> variable, bool isInteractive)
    {
        var key = Value("OPENAI_API_KEY");
        return key is null ? Offline() : OpenAI(key);

        string? Value(string name) => variable(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

        ChatModel OpenAI(string key)
        {
            var name = Value("OPENAI_MODEL") ?? DefaultOpenAIModel;
            var address = Address(Value("OPENAI_BASE_URL") ?? DefaultOpenAIAddress);
            var client = new OpenAIClient(new ApiKeyCredential(key), new OpenAIClientOptions { Endpoint = address });
            return new ChatModel(client.GetChatClient(name).AsIChatClient(), $"the model {name} at {address}");
        }

        ChatModel Offline()
        {
            var delay =
                Milliseconds(Value("SUPPORTDESK_CHUNK_DELAY_MS")) ?? TimeSpan.FromMilliseconds(isInteractive ? OfflineChunkDelay : 0);
            return new ChatModel(
                OfflineModel.Create(delay),
                "the embedded offline model: scripted answers, nothing leaves this machine. Set OPENAI_API_KEY to talk to a real one."
            );
        }
    }

    private static Uri Address(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : throw new ConfigurationException($"OPENAI_BASE_URL has to be an address such as {DefaultOpenAIAddress}, not '{value}'.");

    private static TimeSpan? Milliseconds(string? value)
    {
        if (value is null)
        {
            return null;
        }

        return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            ? TimeSpan.FromMilliseconds(milliseconds)
            : throw new ConfigurationException($"SUPPORTDESK_CHUNK_DELAY_MS has to be a number of milliseconds, not '{value}'.");
    }
}
