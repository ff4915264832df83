namespace PromptKit;

/// <summary>A value of an <see cref="IKeyValueStore"/>.</summary>
/// <param name="Value">The bytes.</param>
/// <param name="ETag">Different after every put, and never the same again.</param>
public readonly record struct KeyValueEntry(ReadOnlyMemory<byte> Value, string ETag);
