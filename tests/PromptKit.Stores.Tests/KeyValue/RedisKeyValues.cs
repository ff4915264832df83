using StackExchange.Redis;

namespace PromptKit.Stores.Tests.KeyValue;

/// <summary>Values in Redis strings, whose first 16 bytes are the tag.</summary>
internal sealed class RedisKeyValues(IDatabase database, string prefix) : IKeyValueStore
{
    private const int TagLength = 16;

    public async ValueTask<KeyValueEntry?> GetAsync(string key, CancellationToken cancellationToken = default)
    {
        byte[]? bytes = await database.StringGetAsync(prefix + key).WaitAsync(cancellationToken);
        return bytes is null ? null : new KeyValueEntry(bytes.AsMemory(TagLength), Convert.ToHexString(bytes, 0, TagLength));
    }

    public async ValueTask<bool> PutAsync(
        string key,
        ReadOnlyMemory<byte> value,
        string? etag,
        CancellationToken cancellationToken = default
    )
    {
        const string script = """
            local tag = redis.call('GETRANGE', KEYS[1], 0, 15)
            if tag ~= ARGV[1] then return 0 end
            redis.call('SET', KEYS[1], ARGV[2])
            return 1
            """;
        byte[] bytes = [.. Guid.NewGuid().ToByteArray(), .. value.Span];
        var written = await database
            .ScriptEvaluateAsync(script, [prefix + key], [etag is null ? "" : Convert.FromHexString(etag), bytes])
            .WaitAsync(cancellationToken);
        return (bool)written;
    }
}
