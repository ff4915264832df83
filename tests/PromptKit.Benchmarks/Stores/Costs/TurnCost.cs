namespace PromptKit.Benchmarks.Stores.Costs;

/// <summary>What a turn of a chat hands to the engine of its store, on a history of some length.</summary>
internal static class TurnCost
{
    private const int Window = 40;
    private const int TurnsMeasured = 32;

    /// <summary>The average of some turns, after a few that are not counted: connections and statements are then prepared.</summary>
    public static async Task<EngineCost> MeasureAsync(MeteredStore metered, int turns)
    {
        var id = $"{turns}-{Guid.NewGuid():N}";
        await StoredTurns.FillAsync(metered.Store, id, turns).ConfigureAwait(false);
        var options = new SessionManagerOptions { HistoryReducer = new CountingHistoryReducer(Window) };
        var session = await new SessionManager(new OneAnswer(), metered.Store, options).OpenAsync(id).ConfigureAwait(false);
        await SendAsync(session.Chat(), 4).ConfigureAwait(false);
        var before = metered.Total;
        await SendAsync(session.Chat(), TurnsMeasured).ConfigureAwait(false);
        var cost = (metered.Total - before) / TurnsMeasured;
        await metered.Store.DeleteAsync(id).ConfigureAwait(false);
        return cost;
    }

    private static async Task SendAsync(Chat chat, int turns)
    {
        for (; turns > 0; turns--)
        {
            await chat.SendAsync(OneAnswer.Question).ConfigureAwait(false);
        }
    }
}
