using System.Collections.Concurrent;

namespace PromptKit.Stores.Tests.KeyValue;

/// <summary>Values in memory. Counts what it is asked for, for tests about costs.</summary>
internal sealed class MemoryKeyValues : IKeyValueStore
{
    private readonly ConcurrentDictionary<string, KeyValueEntry> _entries = new(StringComparer.Ordinal);
    private long _calls;
    private long _bytes;

    public (long Calls, long Bytes) Cost => (_calls, _bytes);

    public IEnumerable<(string Key, ReadOnlyMemory<byte> Value)> All => _entries.Select(entry => (entry.Key, entry.Value.Value));

    public ValueTask<KeyValueEntry?> GetAsync(string key, CancellationToken cancellationToken = default)
    {
        Assert.Matches("^[a-z0-9/]{1,150}$", key);
        Interlocked.Increment(ref _calls);
        return ValueTask.FromResult(_entries.TryGetValue(key, out var entry) ? entry : (KeyValueEntry?)null);
    }

    public ValueTask<bool> PutAsync(string key, ReadOnlyMemory<byte> value, string? etag, CancellationToken cancellationToken = default)
    {
        Assert.Matches("^[a-z0-9/]{1,150}$", key);
        Interlocked.Increment(ref _calls);
        Interlocked.Add(ref _bytes, value.Length);
        var entry = new KeyValueEntry(value.ToArray(), Guid.NewGuid().ToString("N"));
        return ValueTask.FromResult(
            etag is null
                ? _entries.TryAdd(key, entry)
                : _entries.TryGetValue(key, out var found) && found.ETag == etag && _entries.TryUpdate(key, entry, found)
        );
    }
}
