namespace PromptKit;

/// <summary>A message as a store has it.</summary>
/// <param name="Position">Its position in the thread, from 0.</param>
/// <param name="Payload">UTF-8 JSON, exactly as it was committed.</param>
public readonly record struct StoredMessage(long Position, ReadOnlyMemory<byte> Payload);
