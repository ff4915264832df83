namespace PromptKit.Outputs;

/// <summary>A repair or mismatch, before somebody asks for its path.</summary>
/// <param name="Offset">Where it is in the JSON: at or behind the beginning of the token that it is about.</param>
/// <param name="Kind">The kind of the repair; <see langword="null"/> for a mismatch.</param>
/// <param name="Text">What was changed, or what is wrong.</param>
/// <param name="Member">A member of the object there that it is about; <see langword="null"/> for the value itself.</param>
internal readonly record struct OutputNote(long Offset, OutputRepairKind? Kind, string Text, string? Member = null);
