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

    /// <summary>Brings a session to the front, without waiting for it; and on creation of one, drops what has long expired.</summary>
    public void Touch(string sessionId, long now, TimeSpan? slidingExpiration)
    {
        _ = database.SortedSetAddAsync(Key, sessionId, -now, flags: CommandFlags.FireAndForget);
        if (slidingExpiration is { } span)
        {
            var oldest = now - (long)span.TotalMicroseconds - Hour;
            _ = database.SortedSetRemoveRangeByScoreAsync(Key, -oldest, double.PositiveInfinity, flags: CommandFlags.FireAndForget);
        }
    }

    /// <summary>Removes a session that was deleted, unless it was created again in between.</summary>
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
        var skip = 0L;
        while (true)
        {
            var page = await database
                .SortedSetRangeByScoreWithScoresAsync(Key, start, skip: skip, take: PageLength)
                .WaitAsync(cancellationToken)
                .ConfigureAwait(false);
            var rows = page.Where(entry => IsBehind(entry, after) && StartsWith(entry, idPrefix)).ToArray();
            var headers = await Task.WhenAll(rows.Select(HeaderAsync)).WaitAsync(cancellationToken).ConfigureAwait(false);
            for (var index = 0; index < rows.Length; index++)
            {
                if (ToSummary(rows[index], headers[index], now) is { } summary)
                {
                    yield return summary;
                }
            }

            if (page.Length < PageLength)
            {
                yield break;
            }

            // From the last score on, without those of that score that were seen.
            var last = page[^1].Score;
            var seen = page.Count(entry => entry.Score.Equals(last));
            skip = last.Equals(start) ? skip + seen : seen;
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
