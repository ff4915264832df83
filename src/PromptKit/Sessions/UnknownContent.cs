using System.Text.Json;
using Microsoft.Extensions.AI;

namespace PromptKit;

/// <summary>A stored content of a kind that this version does not know. It is kept in the store as it is, and not sent to a model.</summary>
/// <remarks>Immutable, like its JSON. Safe to use from several threads at once.</remarks>
public sealed class UnknownContent : AIContent
{
    /// <summary>Initializes a new instance of the <see cref="UnknownContent"/> class.</summary>
    /// <param name="json">The content as it is stored.</param>
    public UnknownContent(JsonElement json) => Json = json;

    /// <summary>The content as it is stored.</summary>
    public JsonElement Json { get; }
}
