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
}
