using System.Runtime.CompilerServices;
using StackExchange.Redis;

namespace PromptKit;

/// <summary>
/// The list of sessions: a sorted set of ids, those written last first. It is another key than the sessions', so in a cluster it may be on
/// another node; therefore a session is entered before it is created, and what the set says is checked against the sessions.
/// </summary>
internal sealed class RedisIndex(IDatabase database, string prefix)
{
    private const int PageLength = 128;

    // Longer than any creation takes: an entry that old without a session stands for none.
    private static readonly long Hour = (long)TimeSpan.FromHours(1).TotalMicroseconds;

    private RedisKey Key => $"{prefix}:index";

    public static RedisKey SessionKey(string prefix, string sessionId) => $"{prefix}:session:{sessionId}";

    /// <summary>Enters a session that is about to be created.</summary>
    public Task AddAsync(string sessionId, long now) => database.SortedSetAddAsync(Key, sessionId, -now, When.NotExists);

    /// <summary>Brings a session to the front, without waiting for it.</summary>
    public void Touch(string sessionId, long now) =>
        _ = database.SortedSetAddAsync(Key, sessionId, -now, flags: CommandFlags.FireAndForget);

    /// <summary>
    /// Drops entries whose sessions the server has deleted. Their age does not tell: the span may have been another one, or none, when they
    /// were written.
    /// </summary>
    /// <param name="from">How many of the oldest entries to leave out.</param>
    /// <param name="count">How many to look at.</param>
    /// <param name="now">The time.</param>
    /// <returns>Where to go on; 0 when all that are old enough were looked at.</returns>
    public async Task<long> SweepAsync(long from, int count, long now)
    {
        var entries = await database
            .SortedSetRangeByRankWithScoresAsync(Key, from, from + count - 1, Order.Descending)
            .ConfigureAwait(false);
        var old = entries.TakeWhile(entry => -(long)entry.Score < now - Hour).ToArray();
        var headers = await Task.WhenAll(old.Select(HeaderAsync)).ConfigureAwait(false);
        var dead = old.Where((_, index) => headers[index][0].IsNull).ToArray();
        await Task.WhenAll(dead.Select(entry => RemoveAsync(entry.Element.ToString(), -(long)entry.Score))).ConfigureAwait(false);
        return old.Length < count ? 0 : from + old.Length - dead.Length;
    }

    /// <summary>Removes a session that is gone, unless it was created again in between.</summary>
    public async Task RemoveAsync(string sessionId, long now)
    {
        await database.SortedSetRemoveAsync(Key, sessionId).ConfigureAwait(false);
        if (await database.KeyExistsAsync(SessionKey(prefix, sessionId)).ConfigureAwait(false))
        {
            await AddAsync(sessionId, now).ConfigureAwait(false);
        }
    }

    public async IAsyncEnumerable<SessionSummary> ListAsync(
        string idPrefix,
        ContinuationToken? after,
        long now,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var start = after is { } token ? -(double)token.Microseconds : double.NegativeInfinity;

        // Those of the score that the next page begins with. To leave out as many would leave out others, when one of them is written to.
        var seen = new HashSet<RedisValue>();
        while (true)
        {
            var length = seen.Count + PageLength;
            var page = await database
                .SortedSetRangeByScoreWithScoresAsync(Key, start, take: length)
                .WaitAsync(cancellationToken)
                .ConfigureAwait(false);
            var rows = page.Where(entry => !seen.Contains(entry.Element) && IsBehind(entry, after) && StartsWith(entry, idPrefix))
                .ToArray();
            var headers = await Task.WhenAll(rows.Select(HeaderAsync)).WaitAsync(cancellationToken).ConfigureAwait(false);
            for (var index = 0; index < rows.Length; index++)
            {
                if (ToSummary(rows[index], headers[index], now) is { } summary)
                {
                    yield return summary;
                }
            }

            if (page.Length < length)
            {
                yield break;
            }

            var last = page[^1].Score;
            seen = last.Equals(start) ? seen : [];
            seen.UnionWith(page.Where(entry => entry.Score.Equals(last)).Select(entry => entry.Element));
            start = last;
        }
    }

    private static bool IsBehind(SortedSetEntry entry, ContinuationToken? after)
    {
        if (after is not { } token)
        {
            return true;
        }

        var updated = -(long)entry.Score;
        return updated < token.Microseconds
            || (updated == token.Microseconds && CodePointComparer.Instance.Compare(entry.Element.ToString(), token.Id) > 0);
    }

    private static bool StartsWith(SortedSetEntry entry, string idPrefix) =>
        entry.Element.ToString().StartsWith(idPrefix, StringComparison.Ordinal);

    private Task<RedisValue[]> HeaderAsync(SortedSetEntry entry) =>
        database.HashGetAsync(SessionKey(prefix, entry.Element.ToString()), ["ct", "e", "v"]);

    private SessionSummary? ToSummary(SortedSetEntry entry, RedisValue[] header, long now)
    {
        var (id, updated) = (entry.Element.ToString(), -(long)entry.Score);
        if (header[0].IsNull)
        {
            if (updated < now - Hour)
            {
                _ = database.SortedSetRemoveAsync(Key, id, CommandFlags.FireAndForget);
            }

            return null;
        }

        RedisAnswers.CheckLayout(id, header[2]);
        var hasExpired = !header[1].IsNullOrEmpty && (long)header[1] <= now;
        return hasExpired ? null : SessionPage.Summary(id, (long)header[0], updated);
    }
}
