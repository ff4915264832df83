using Microsoft.Extensions.Logging;

namespace PromptKit;

/// <summary>What sessions log. Contents of messages are never part of it.</summary>
internal static partial class SessionLogMessages
{
    [LoggerMessage(1, LogLevel.Warning, "After a conflict the thread '{Thread}' could not be read again; its next turn tries again")]
    public static partial void CouldNotRefresh(ILogger logger, Exception exception, string thread);

    [LoggerMessage(2, LogLevel.Warning, "'{What}' of a message on the thread '{Thread}' has no JSON and was left out")]
    public static partial void Dropped(ILogger logger, string what, string thread);

    [LoggerMessage(3, LogLevel.Error, "A round of the thread '{Thread}' that had begun could not be saved")]
    public static partial void CouldNotClose(ILogger logger, Exception exception, string thread);

    [LoggerMessage(4, LogLevel.Warning, "The prompt '{Agent}' no longer takes the input that the thread '{Thread}' was handed to it with")]
    public static partial void AgentChanged(ILogger logger, Exception exception, string agent, string thread);

    [LoggerMessage(5, LogLevel.Debug, "A turn on the thread '{Thread}' of the session '{Session}' ended: {Outcome}")]
    public static partial void TurnEnded(ILogger logger, string session, string thread, ReplyOutcome outcome);

    [LoggerMessage(
        6,
        LogLevel.Debug,
        "A turn on the thread '{Thread}' of the session '{Session}' did not come to its end; the thread is {Status}"
    )]
    public static partial void TurnFailed(ILogger logger, string session, string thread, ChatStatus status);

    [LoggerMessage(
        7,
        LogLevel.Warning,
        "A commit on the thread '{Thread}' of the session '{Session}' failed; it is tried again by the next turn"
    )]
    public static partial void Unsaved(ILogger logger, Exception exception, string session, string thread);

    [LoggerMessage(8, LogLevel.Information, "Somebody else wrote to the thread '{Thread}' of the session '{Session}'; a round was dropped")]
    public static partial void Conflicted(ILogger logger, string session, string thread);
}
