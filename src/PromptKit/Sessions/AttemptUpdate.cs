using Microsoft.Extensions.AI;

namespace PromptKit;

/// <summary>An update without content, between an answer that does not fit and the next one.</summary>
internal sealed class AttemptUpdate : ChatResponseUpdate;
