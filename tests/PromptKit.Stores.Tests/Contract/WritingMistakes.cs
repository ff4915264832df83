using System.Text;

namespace PromptKit.Stores.Tests.Contract;

/// <summary>Mistakes in what is kept and given back.</summary>
internal static class WritingMistakes
{
    public static IEnumerable<Mistake> All =>
        [
            Mistake.Of(
                "Payloads_AreReadBackByteByByte",
                "payloads are kept as text",
                store => store.Appending(thread => Map(thread, bytes => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes.Span))))
            ),
            Mistake.Of(
                "APayloadOf16MB_IsReadBack",
                "a column holds a byte less than 16 MB",
                store => store.Appending(thread => Map(thread, bytes => bytes[..Math.Min(bytes.Length, 0xFF_FFFF)]))
            ),
            Mistake.Of(
                "Ranges_AreInOrderWithoutGaps",
                "the end of a range is part of it",
                store =>
                    store.Read = (id, thread, from, max, token) =>
                        store.Inner.ReadAsync(id, thread, from, max < int.MaxValue ? max + 1 : max, token)
            ),
            Mistake.Of(
                "Ranges_AreInOrderWithoutGaps",
                "positions are ordered as text",
                store => store.Reading(messages => messages.OrderBy(message => $"{message.Position}", StringComparer.Ordinal))
            ),
            Mistake.Of(
                "AThreadOf10000Messages_IsReadWholeAndFromTheTail",
                "only the first page is read",
                store => store.Reading(messages => messages.Take(2000))
            ),
            Mistake.Of(
                "ACommitOf1000Messages_IsWritten",
                "a statement takes 500 rows, and the rest is dropped",
                store => store.Appending(thread => thread with { Messages = [.. thread.Messages.Take(500)] })
            ),
            Mistake.Of(
                "TheHeader_HasEverythingButMessages",
                "the time of the last commit is that of the creation",
                store => store.Opening(session => session with { UpdatedAt = session.CreatedAt })
            ),
            Mistake.Of(
                "TheHeader_HasEverythingButMessages",
                "properties are those of the first commit",
                store =>
                    store.Opening(session =>
                        session with
                        {
                            Threads =
                            [
                                .. session.Threads.Select(thread =>
                                    thread with
                                    {
                                        Properties = Encoding.UTF8.GetBytes($"{thread.Name} 1"),
                                    }
                                ),
                            ],
                        }
                    )
            ),
            Mistake.Of(
                "TheFormat_IsTheNewestOfAllCommits",
                "the format is that of the creation",
                store => store.Committing(commit => commit with { FormatVersion = commit.Creates ? commit.FormatVersion : 0 })
            ),
            Mistake.Of("TheFormat_IsTheNewestOfAllCommits", "the format is that of the last commit", KeepLastFormat),
            Mistake.Of(
                "WhatDoesNotExist_IsEmpty",
                "a session that nobody created is made at the first look",
                store =>
                    store.Open = async (id, token) =>
                        await store.Inner.OpenAsync(id, token)
                        ?? new StoredSession
                        {
                            Id = id,
                            Generation = "",
                            FormatVersion = 1,
                        }
            ),
            new(
                "AnotherStoreOnTheSameData_SeesWhatWasWritten",
                "everything is in a cache of the process",
                request => new BrokenStore(request.TimeProvider, request.SlidingExpiration)
            )
            {
                IsAlone = true,
            },
            Mistake.Of("WhatACallerChangesAfterwards_IsNotChangedInTheStore", "the caller's arrays are kept", KeepArrays),
            Mistake.Of("AReaderThatStops_LeavesTheStoreUsable", "a reader that stops stays on its cursor", KeepCursor),
            Mistake.Of(
                "EveryAllowedId_IsASessionOfItsOwn",
                "ids are compared without case",
                store => store.Naming(id => id.ToUpperInvariant())
            ),
            Mistake.Of("EveryAllowedId_IsASessionOfItsOwn", "ids are normalised", store => store.Naming(Normalised)),
            Mistake.Of("EveryAllowedId_IsASessionOfItsOwn", "ids lose the blanks at their ends", store => store.Naming(id => id.Trim())),
            Mistake.Of(
                "EveryAllowedId_IsASessionOfItsOwn",
                "ids have 255 characters",
                store => store.Naming(id => id[..Math.Min(id.Length, 255)])
            ),
            Mistake.Of("EveryAllowedThreadName_IsAThreadOfItsOwn", "thread names are compared without case", FoldThreads),
        ];

    private static ThreadCommit Map(ThreadCommit thread, Func<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>> change) =>
        thread with
        {
            Messages = [.. thread.Messages.Select(change)],
        };

    // What cannot be normalised is no such id.
    private static string Normalised(string id) => id.Contains('\uFFFF', StringComparison.Ordinal) ? id : id.Normalize();

    private static void KeepArrays(BrokenStore store)
    {
        IReadOnlyList<ReadOnlyMemory<byte>> kept = [];
        store.Commit = (commit, token) =>
        {
            kept = [.. commit.Threads.SelectMany(thread => thread.Messages)];
            return store.Inner.CommitAsync(commit, token);
        };
        store.Reading(messages => messages.Select(message => message with { Payload = kept[(int)message.Position] }));
    }

    private static void KeepLastFormat(BrokenStore store)
    {
        var last = 0;
        store.Answering(
            (commit, result) =>
            {
                last = commit.FormatVersion;
                return result;
            }
        );
        store.Opening(session => session with { FormatVersion = last });
    }

    private static void KeepCursor(BrokenStore store)
    {
        var isReading = false;
        store.Read = Read;

        async IAsyncEnumerable<StoredMessage> Read(
            string id,
            string thread,
            long from,
            int max,
            [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken token
        )
        {
            if (isReading)
            {
                yield break;
            }

            isReading = true;
            await foreach (var message in store.Inner.ReadAsync(id, thread, from, max, token))
            {
                yield return message;
            }

            isReading = false;
        }
    }

    private static void FoldThreads(BrokenStore store)
    {
        store.Read = (id, thread, from, max, token) => store.Inner.ReadAsync(id, thread.ToUpperInvariant(), from, max, token);
        store.Appending(thread => thread with { Thread = thread.Thread.ToUpperInvariant() });
    }
}
