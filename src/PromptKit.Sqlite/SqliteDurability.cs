namespace PromptKit;

/// <summary>What a commit that was acknowledged survives. All of them survive a crash of the process.</summary>
public enum SqliteDurability
{
    /// <summary>A power failure too: <c>PRAGMA synchronous = FULL</c>.</summary>
    Full,

    /// <summary>
    /// A crash of the process, but after a power failure the last commits may be missing; the file stays sound:
    /// <c>PRAGMA synchronous = NORMAL</c>.
    /// </summary>
    Normal,
}
