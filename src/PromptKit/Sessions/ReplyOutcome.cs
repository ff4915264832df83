namespace PromptKit;

/// <summary>How a turn ended that gave a reply.</summary>
public enum ReplyOutcome
{
    /// <summary>The model gave its final answer.</summary>
    Completed,

    /// <summary>Tool calls wait for approvals.</summary>
    AwaitingApproval,

    /// <summary>The model called tools as often as it may in one turn. <c>ResumeAsync</c> grants as many calls again.</summary>
    ToolRoundLimit,

    /// <summary>The caller, or a tool, ended the turn; what was said until then is kept.</summary>
    Stopped,

    /// <summary>The provider withheld the answer, or part of it.</summary>
    Filtered,

    /// <summary>The answer was cut off because it grew too long.</summary>
    Truncated,
}
