namespace PromptKit;

/// <summary>What a thread waits for.</summary>
public enum ChatStatus
{
    /// <summary>The next message.</summary>
    Ready,

    /// <summary>The last turn ended before its final answer, but some of its tools ran. <c>ResumeAsync</c> goes on from there.</summary>
    Interrupted,

    /// <summary>Tool calls wait for approvals; when all are decided, for <c>ResumeAsync</c>.</summary>
    AwaitingApproval,

    /// <summary>The store could not be written to. <c>ResumeAsync</c>, or the next send, tries again.</summary>
    Unsaved,
}
