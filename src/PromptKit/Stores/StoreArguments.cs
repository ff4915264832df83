namespace PromptKit;

/// <summary>What every store checks before it does anything. The names are those of the parameters of <see cref="ISessionStore"/>.</summary>
internal static class StoreArguments
{
    public static void CheckRead(string sessionId, string thread, long from, int max)
    {
        CheckThread(sessionId, thread);
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        ArgumentOutOfRangeException.ThrowIfNegative(max);
    }

    public static void CheckTurn(string sessionId, string thread, string turnId)
    {
        CheckThread(sessionId, thread);
        ArgumentNullException.ThrowIfNull(turnId);
    }

    private static void CheckThread(string sessionId, string thread)
    {
        ArgumentNullException.ThrowIfNull(sessionId);
        ArgumentNullException.ThrowIfNull(thread);
    }
}
