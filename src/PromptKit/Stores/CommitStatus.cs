namespace PromptKit;

/// <summary>What became of a commit.</summary>
public enum CommitStatus
{
    /// <summary>It was written.</summary>
    Applied,

    /// <summary>It had been written before; nothing was written.</summary>
    Repeated,

    /// <summary>Somebody else wrote to a thread, or changed the state, in between; nothing was written.</summary>
    Conflict,

    /// <summary>The session to create exists; nothing was written.</summary>
    Exists,

    /// <summary>The session does not exist, or is of another generation; nothing was written.</summary>
    Missing,
}
