namespace PromptKit;

/// <summary>A thread as a store has it, without its messages.</summary>
/// <remarks>Immutable, as far as nobody changes the memory behind its bytes.</remarks>
public sealed record StoredThread
{
    /// <summary>The thread's name.</summary>
    public required string Name { get; init; }

    /// <summary>How many messages it has.</summary>
    public required long Length { get; init; }

    /// <summary>How many commits were written to it, those without messages included.</summary>
    public required long Revision { get; init; }

    /// <summary>Agent, pending approvals, usage and the like, UTF-8 JSON, as the last commit gave it.</summary>
    public ReadOnlyMemory<byte> Properties { get; init; }
}
