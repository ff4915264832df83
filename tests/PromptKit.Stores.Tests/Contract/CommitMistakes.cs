namespace PromptKit.Stores.Tests.Contract;

/// <summary>Mistakes in when a commit is written, and in how it is answered.</summary>
internal static class CommitMistakes
{
    public static IEnumerable<Mistake> All => [.. Atomicity, .. Repeats, .. Concurrency, .. Cancellation];

    private static IEnumerable<Mistake> Atomicity =>
        [
            Mistake.Of(
                "ThreadsAndState_AreWrittenTogether",
                "the state is forgotten when there are threads",
                store => store.Committing(commit => commit.Threads.Count > 0 && !commit.Creates ? commit with { State = null } : commit)
            ),
            Mistake.Of("AStaleLength_IsRefusedWithTheThreadAndItsLength", "threads are written one by one", WriteOneByOne),
            Mistake.Of(
                "AStaleLength_IsRefusedWithTheThreadAndItsLength",
                "a conflict does not say what the length is",
                store => store.Answering((_, result) => result.Thread is { } thread ? CommitResult.ThreadConflict(thread, 0) : result)
            ),
            Mistake.Of(
                "ALengthOfTheFuture_IsRefused",
                "a length is only checked for being too small",
                store => Rebase(store, (expected, actual) => actual with { Length = Math.Min(expected.Length, actual.Length) })
            ),
            Mistake.Of(
                "AStaleRevision_IsRefused",
                "revisions are not checked",
                store => Rebase(store, (expected, actual) => actual with { Length = expected.Length })
            ),
            Mistake.Of("AStaleState_IsRefusedWithItsVersion", "the last state wins", LastStateWins),
            Mistake.Of("DifferentThreads_NeverConflict", "a session has one version for all of its threads", OneVersion),
        ];

    private static IEnumerable<Mistake> Repeats =>
        [
            Mistake.Of(
                "ARepeatedCreation_IsRecognised",
                "a repeated creation meets itself",
                store => store.Answering((commit, result) => commit.Creates ? NotRepeated(result, CommitResult.Exists) : result)
            ),
            Mistake.Of("ARepeat_IsRecognisedAtOnceAndAfterLaterCommits", "only the last commit is known", KnowOnlyTheLast),
            Mistake.Of(
                "ARepeatOnSeveralThreads_IsRecognised",
                "a repeat is looked for on one thread",
                store =>
                    store.Answering(
                        (commit, result) => commit.Threads.Count > 1 ? NotRepeated(result, CommitResult.ThreadConflict("a", 2)) : result
                    )
            ),
            Mistake.Of(
                "ARepeatWithoutMessages_IsRecognised",
                "a repeat is recognised by its messages",
                store =>
                    store.Answering(
                        (commit, result) =>
                            commit.Threads.All(thread => thread.Messages.Count == 0)
                                ? NotRepeated(result, CommitResult.ThreadConflict("main", 0))
                                : result
                    )
            ),
            Mistake.Of(
                "ARepeatOfTheState_IsRecognised",
                "a repeat is recognised by its threads",
                store =>
                    store.Answering(
                        (commit, result) => commit.Threads.Count == 0 ? NotRepeated(result, CommitResult.StateConflict(1)) : result
                    )
            ),
            Mistake.Of(
                "OfTheSameCommitAtTheSameTime_OneIsWritten",
                "a repeat is not told from the first",
                store => store.Answering((_, result) => NotRepeated(result, CommitResult.Applied))
            ),
        ];

    private static IEnumerable<Mistake> Concurrency =>
        [
            Mistake.Of(
                "OfRacingCreations_OneWins",
                "the last creation wins",
                store => store.Answering((_, result) => result == CommitResult.Exists ? CommitResult.Applied : result)
            ),
            Mistake.Of(
                "OfConcurrentCommitsOnOneThread_OneWinsEachPosition",
                "a commit goes where the thread ends by now",
                store => Rebase(store, (_, actual) => actual)
            ),
            Mistake.Of("ConcurrentCommitsOnManyThreads_AreAllApplied", "a session has one version for all of its threads", OneVersion),
            Mistake.Of("ConcurrentSessions_DoNotDisturbEachOther", "ids are cut", store => store.Naming(id => id[..12])),
            Mistake.Of("OfConcurrentStates_OneWinsEachVersion", "the last state wins", LastStateWins),
            Mistake.Of("ADeletionAmongCommits_LeavesNothing", "a commit makes the session that it misses", Revive),
        ];

    private static IEnumerable<Mistake> Cancellation =>
        [
            Mistake.Of(
                "ACommitCancelledBefore_WritesNothing",
                "the token is ignored",
                store => store.Commit = (commit, _) => store.Inner.CommitAsync(commit, CancellationToken.None)
            ),
            Mistake.Of(
                "ACommitCancelledDuring_HasAKnownOutcomeWhenTriedAgain",
                "each attempt has an id of its own",
                store => store.Committing(commit => commit with { CommitId = Guid.NewGuid().ToString("N") })
            ),
            Mistake.Of("ACommitCancelledAfterwards_StaysWritten", "the token takes back what was written", TakeBack),
            Mistake.Of(
                "EveryOtherCall_GivesUp",
                "only commits look at the token",
                store =>
                {
                    store.Open = (id, _) => store.Inner.OpenAsync(id, CancellationToken.None);
                    store.Read = (id, thread, from, max, _) => store.Inner.ReadAsync(id, thread, from, max, CancellationToken.None);
                    store.Delete = (id, _) => store.Inner.DeleteAsync(id, CancellationToken.None);
                    store.List = (query, _) => store.Inner.ListAsync(query, CancellationToken.None);
                }
            ),
        ];

    private static CommitResult NotRepeated(CommitResult result, CommitResult otherwise) =>
        result == CommitResult.Repeated ? otherwise : result;

    private static void WriteOneByOne(BrokenStore store) =>
        store.Commit = async (commit, token) =>
        {
            if (commit.Threads.Count < 2)
            {
                return await store.Inner.CommitAsync(commit, token);
            }

            var result = CommitResult.Applied;
            for (var index = 0; index < commit.Threads.Count && result == CommitResult.Applied; index++)
            {
                var one = commit with { CommitId = $"{commit.CommitId} {index}", Threads = [commit.Threads[index]] };
                result = await store.Inner.CommitAsync(index == 0 ? one : one with { State = null }, token);
            }

            return result;
        };

    /// <summary>
    /// Lets each thread expect what <paramref name="expect"/> makes of what it expects and what it has. One commit at a time: among
    /// others it would meet conflicts after all, and now and then be right by chance.
    /// </summary>
    private static void Rebase(BrokenStore store, Func<StoredThread, StoredThread, StoredThread> expect)
    {
        var turn = new SemaphoreSlim(1);
        store.Commit = async (commit, token) =>
        {
            await turn.WaitAsync(token);
            try
            {
                var session = await store.Inner.OpenAsync(commit.SessionId, token);
                return await store.Inner.CommitAsync(
                    commit with
                    {
                        Threads = [.. commit.Threads.Select(thread => Rebased(session, thread))],
                    },
                    token
                );
            }
            finally
            {
                turn.Release();
            }
        };

        ThreadCommit Rebased(StoredSession? session, ThreadCommit thread)
        {
            var found = session?.Threads.FirstOrDefault(found => found.Name == thread.Thread);
            var actual = found ?? Thread(thread, 0, 0);
            var next = expect(Thread(thread, thread.ExpectedLength, thread.ExpectedRevision), actual);
            return thread with { ExpectedLength = next.Length, ExpectedRevision = next.Revision };
        }

        static StoredThread Thread(ThreadCommit thread, long length, long revision) =>
            new()
            {
                Name = thread.Thread,
                Length = length,
                Revision = revision,
            };
    }

    private static void LastStateWins(BrokenStore store) =>
        store.Commit = async (commit, token) =>
        {
            var result = await store.Inner.CommitAsync(commit, token);
            while (result.Status == CommitStatus.Conflict && result.Thread is null)
            {
                commit = commit with { State = commit.State! with { ExpectedVersion = result.Actual } };
                result = await store.Inner.CommitAsync(commit, token);
            }

            return result;
        };

    private static void OneVersion(BrokenStore store)
    {
        var gate = new Lock();
        HashSet<string> last = [];
        store.Commit = (commit, token) =>
        {
            lock (gate)
            {
                if (
                    !commit.Creates
                    && last.Count > 0
                    && commit.Threads.FirstOrDefault(thread => !last.Contains(thread.Thread)) is { } other
                )
                {
                    return ValueTask.FromResult(CommitResult.ThreadConflict(other.Thread, other.ExpectedLength));
                }

                last = [.. commit.Threads.Select(thread => thread.Thread)];
            }

            return store.Inner.CommitAsync(commit, token);
        };
    }

    private static void KnowOnlyTheLast(BrokenStore store)
    {
        var last = "";
        store.Answering(
            (commit, result) =>
            {
                if (result == CommitResult.Repeated && commit.CommitId != last)
                {
                    return CommitResult.ThreadConflict("main", commit.Threads[0].ExpectedLength + commit.Threads[0].Messages.Count);
                }

                last = commit.CommitId;
                return result;
            }
        );
    }

    public static void Revive(BrokenStore store) =>
        store.Commit = async (commit, token) =>
        {
            var result = await store.Inner.CommitAsync(commit, token);
            if (result == CommitResult.Missing)
            {
                await store.Inner.CommitAsync(commit with { Creates = true, Threads = [], State = null }, token);
            }

            return result;
        };

    private static void TakeBack(BrokenStore store) =>
        store.Commit = async (commit, token) =>
        {
            var result = await store.Inner.CommitAsync(commit, token);
            token.Register(() => store.Inner.DeleteAsync(commit.SessionId, CancellationToken.None).AsTask().Wait(CancellationToken.None));
            return result;
        };
}
