using System.Collections.Concurrent;
using PromptKit.Testing;

namespace PromptKit.Stores.Tests.Contract;

/// <summary>Mistakes in how sessions come and go.</summary>
internal static class LifetimeMistakes
{
    public static IEnumerable<Mistake> All => [.. Generations, .. Expiry];

    private static IEnumerable<Mistake> Generations =>
        [
            Mistake.Of("ASession_IsCreatedOnce", "a creation replaces what is there", Replace),
            Mistake.Of(
                "ADeletedSession_IsGoneWithAllItHad",
                "a deletion leaves the messages",
                store =>
                {
                    var deleted = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
                    store.Delete = (id, _) => ValueTask.FromResult(deleted.TryAdd(id, true));
                    store.Opening(session => deleted.ContainsKey(session.Id) ? null : session);
                    store.Listing(list => list.Where(row => !deleted.ContainsKey(row.Id)));
                }
            ),
            Mistake.Of("ALateCommit_DoesNotReviveADeletedSession", "a commit makes the session that it misses", CommitMistakes.Revive),
            Mistake.Of("ALateCommit_DoesNotReachTheNextSessionOfThatId", "generations are not compared", ForgetGenerations),
            Mistake.Of(
                "ACreation_MayHaveThreadsAndState",
                "a creation writes nothing but the session",
                store => store.Committing(commit => commit.Creates ? commit with { Threads = [] } : commit)
            ),
            Mistake.Of(
                "ACreationThatExpectsMessages_IsRefused",
                "a creation does not look at lengths",
                store =>
                    store.Appending(thread => thread.ExpectedLength > 0 ? thread with { ExpectedLength = 0, ExpectedRevision = 0 } : thread)
            ),
        ];

    private static IEnumerable<Mistake> Expiry =>
        [
            new("Expiry_ASessionIsGoneAfterItsTime", "nothing expires", request => new BrokenStore(request.TimeProvider, null)),
            new("Expiry_SlidesWithEveryCommit", "a session expires some time after its creation", request => ExpireByCreation(request)),
            new("Expiry_LeavesRoomForANewSession", "an expired session is hidden, and its id stays taken", request => Hide(request)),
            Mistake.Of("Expiry_IsCleanedUpByAPurge", "a purge deletes nothing", store => store.Purge = _ => ValueTask.FromResult(0)),
            new(
                "Expiry_NeverHappensWithoutASpan",
                "sessions expire after a month by default",
                request => new BrokenStore(request.TimeProvider, request.SlidingExpiration ?? TimeSpan.FromDays(30))
            ),
        ];

    private static void Replace(BrokenStore store) =>
        store.Commit = async (commit, token) =>
        {
            var result = await store.Inner.CommitAsync(commit, token);
            if (result == CommitResult.Exists)
            {
                await store.Inner.DeleteAsync(commit.SessionId, token);
                result = await store.Inner.CommitAsync(commit, token);
            }

            return result;
        };

    private static void ForgetGenerations(BrokenStore store) =>
        store.Commit = async (commit, token) =>
        {
            var session = commit.Creates ? null : await store.Inner.OpenAsync(commit.SessionId, token);
            return await store.Inner.CommitAsync(commit with { Generation = session?.Generation ?? commit.Generation }, token);
        };

    private static BrokenStore ExpireByCreation(SessionStoreRequest request)
    {
        var store = new BrokenStore(request.TimeProvider, null);
        store.Read = (id, thread, from, max, token) => ReadAsync(id, thread, from, max, token);
        return store;

        async IAsyncEnumerable<StoredMessage> ReadAsync(
            string id,
            string thread,
            long from,
            int max,
            [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken token
        )
        {
            var session = await store.Inner.OpenAsync(id, token);
            if (session?.CreatedAt + request.SlidingExpiration > request.TimeProvider.GetUtcNow())
            {
                await foreach (var message in store.Inner.ReadAsync(id, thread, from, max, token))
                {
                    yield return message;
                }
            }
        }
    }

    private static BrokenStore Hide(SessionStoreRequest request)
    {
        var store = new BrokenStore(request.TimeProvider, null);
        return store.Opening(session => session.UpdatedAt + request.SlidingExpiration > request.TimeProvider.GetUtcNow() ? session : null);
    }
}
