using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace PromptKit.Stores.Tests.Contract;

/// <summary>Mistakes in finding turns and in listing sessions.</summary>
internal static class FindingMistakes
{
    public static IEnumerable<Mistake> All =>
        [
            Mistake.Of("ATurn_IsFoundByItsId", "ids of turns are compared without case", FoldTurns),
            Mistake.Of(
                "ATurn_IsFoundByItsId",
                "turns are found on any thread",
                store => store.FindTurn = (id, _, turn, token) => store.Inner.FindTurnAsync(id, "main", turn, token)
            ),
            Mistake.Of(
                "ATurnThatWasRefused_IsNotFound",
                "a turn is noted before it is written",
                store => NoteTurns(store, onlyApplied: false)
            ),
            Mistake.Of(
                "OfTwoTurnsWithOneId_TheFirstIsFound",
                "the last turn of an id is found",
                store => NoteTurns(store, onlyApplied: true)
            ),
            Mistake.Of("TurnsOfADeletedSession_AreGone", "a deletion leaves the turns", store => NoteTurns(store, onlyApplied: true)),
            Mistake.Of(
                "AList_HasTheNewestFirst",
                "the order is that of creation",
                store => store.Listing(list => list.OrderByDescending(row => row.CreatedAt))
            ),
            Mistake.Of(
                "EqualTimes_AreOrderedByCodePoints",
                "equal times are ordered by UTF-16",
                store => store.Listing(list => list.OrderByDescending(row => row.UpdatedAt).ThenBy(row => row.Id, StringComparer.Ordinal))
            ),
            Mistake.Of(
                "APage_GoesOnBehindItsToken",
                "a token is a time, and others of that time are left out",
                store => store.List = (query, token) => ListBehindTime(store, query, token)
            ),
            Mistake.Of(
                "APage_GoesOnBehindItsToken",
                "tokens are ignored",
                store => store.List = (query, token) => store.Inner.ListAsync(query with { ContinuationToken = null }, token)
            ),
            Mistake.Of(
                "PagesOfAListThatChanges_HaveTheOthersOnce",
                "a token is a number of sessions to leave out",
                store => store.List = (query, token) => ListByNumber(store, query, token)
            ),
            Mistake.Of(
                "AListThatChangesAsItIsRead_HasTheOthersOnce",
                "a list is read piece by piece, by the number of sessions that were read",
                store => store.List = (query, token) => ListInPieces(store, query, token)
            ),
            Mistake.Of(
                "APrefix_IsTakenLiterally",
                "prefixes are compared without case",
                store =>
                    store.List = (query, token) =>
                        store
                            .Inner.ListAsync(query with { IdPrefix = "", Max = int.MaxValue }, token)
                            .Where(row => row.Id.StartsWith(query.IdPrefix, StringComparison.OrdinalIgnoreCase))
                            .Take(query.Max)
            ),
            Mistake.Of(
                "AForeignToken_IsAnArgumentException",
                "a token of another kind begins from the start",
                store =>
                    store.List = (query, token) =>
                        store.Inner.ListAsync(query.ContinuationToken == "x" ? query with { ContinuationToken = null } : query, token)
            ),
            Mistake.Of(
                "Partitions_DoNotSeeEachOther",
                "a prefix ends at its first colon",
                store =>
                    store.List = (query, token) =>
                        store.Inner.ListAsync(query, token).Where(row => !row.Id.Contains(':', StringComparison.Ordinal))
            ),
        ];

    private static void FoldTurns(BrokenStore store)
    {
        store.FindTurn = (id, thread, turn, token) => store.Inner.FindTurnAsync(id, thread, turn.ToUpperInvariant(), token);
        store.Appending(thread => thread with { TurnId = thread.TurnId?.ToUpperInvariant() });
    }

    /// <summary>Keeps turns in an index beside the sessions.</summary>
    private static void NoteTurns(BrokenStore store, bool onlyApplied)
    {
        var turns = new ConcurrentDictionary<(string, string, string), long>();
        store.Commit = async (commit, token) =>
        {
            var result = await store.Inner.CommitAsync(commit, token);
            foreach (var thread in commit.Threads.Where(_ => !onlyApplied || result == CommitResult.Applied))
            {
                turns[(commit.SessionId, thread.Thread, thread.TurnId ?? "")] = thread.ExpectedLength;
            }

            return result;
        };
        store.FindTurn = (id, thread, turn, _) =>
            ValueTask.FromResult<long?>(turns.TryGetValue((id, thread, turn), out var position) ? position : null);
    }

    private static IAsyncEnumerable<SessionSummary> ListByNumber(BrokenStore store, SessionQuery query, CancellationToken token)
    {
        var left = query.ContinuationToken is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : 0;
        return store
            .Inner.ListAsync(query with { Max = int.MaxValue, ContinuationToken = null }, token)
            .Skip(left)
            .Take(query.Max)
            .Select((row, index) => row with { ContinuationToken = $"{left + index + 1}" });
    }

    private static async IAsyncEnumerable<SessionSummary> ListInPieces(
        BrokenStore store,
        SessionQuery query,
        [EnumeratorCancellation] CancellationToken token
    )
    {
        for (var read = 0; read < query.Max; read++)
        {
            var next = store.Inner.ListAsync(query with { Max = int.MaxValue }, token).Skip(read);
            if (await next.FirstOrDefaultAsync(token) is not { } row)
            {
                yield break;
            }

            yield return row;
        }
    }

    private static IAsyncEnumerable<SessionSummary> ListBehindTime(BrokenStore store, SessionQuery query, CancellationToken token)
    {
        var time = query.ContinuationToken?.Split(':')[0];
        return store
            .Inner.ListAsync(query with { Max = int.MaxValue }, token)
            .Where(row => row.ContinuationToken.Split(':')[0] != time)
            .Take(query.Max);
    }
}
