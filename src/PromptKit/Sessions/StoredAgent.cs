using System.Text.Json;

namespace PromptKit;

/// <summary>The prompt that a conversation was handed to.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Input">Its input: the transfer's arguments.</param>
internal sealed record StoredAgent(string Name, JsonElement Input);
