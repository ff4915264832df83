namespace PromptKit;

/// <summary>A blob is missing or empty although a head names it: its session was deleted in between, or the engine has lost it.</summary>
internal sealed class BlobMissingException(string key) : IOException($"The value of '{key}' is missing.");
