using System.Runtime.CompilerServices;
using System.Text;

namespace PromptKit;

/// <summary>
/// The ids of all sessions that were ever created, in a few logs, because an engine that only gets and puts cannot list. An id is entered
/// before its session is created, so that none is missing.
/// </summary>
internal sealed class KeyValueIndex(IKeyValueStore store)
{
    // Creations that meet at one log have to try again.
    private const int Logs = 16;

    public async ValueTask AddAsync(string sessionId, CancellationToken cancellationToken)
    {
        var key = KeyOf(KeyHash.OfSession(sessionId)[0] % Logs);
        var entry = new LogEntry(Encoding.UTF8.GetBytes(sessionId), null, null);
        while (true)
        {
            var found = await store.GetAsync(key, cancellationToken).ConfigureAwait(false);
            var log = found is { } value ? KeyValueFormat.Read(value.Value, SegmentedLog.Read) : new SegmentedLog();
            await log.AppendAsync(entry, new LogBlobs(store, key), cancellationToken).ConfigureAwait(false);
            if (await store.PutAsync(key, KeyValueFormat.Write(log.Write), found?.ETag, cancellationToken).ConfigureAwait(false))
            {
                return;
            }
        }
    }

    /// <summary>Each id once, those of deleted sessions among them.</summary>
    public async IAsyncEnumerable<string> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var number = 0; number < Logs; number++)
        {
            var key = KeyOf(number);
            if (await store.GetAsync(key, cancellationToken).ConfigureAwait(false) is not { } found)
            {
                continue;
            }

            var log = KeyValueFormat.Read(found.Value, SegmentedLog.Read);
            var blobs = new LogBlobs(store, key);
            for (long position = 0; position < log.Length; )
            {
                var (_, entries) = await log.SegmentAsync(position, blobs, cancellationToken).ConfigureAwait(false);
                foreach (var entry in entries)
                {
                    position++;
                    var id = Encoding.UTF8.GetString(entry.Payload.Span);
                    if (seen.Add(id))
                    {
                        yield return id;
                    }
                }
            }
        }
    }

    private static string KeyOf(int number) => $"i/{number:x}";
}
