using PromptKit.Stores.Tests.Faults;
using StackExchange.Redis;

namespace PromptKit.Stores.Tests.Redis;

/// <summary>A cluster of one node. It refuses what touches several slots at once, as one of many nodes does.</summary>
public sealed class RedisCluster : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private RedisProgram? _node;
    private Task<ConnectionMultiplexer>? _connection;

    internal Task<ConnectionMultiplexer> ConnectAsync()
    {
        lock (_lock)
        {
            return _connection ??= StartAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection is { IsCompletedSuccessfully: true })
        {
            await (await _connection).DisposeAsync();
        }

        _node?.Dispose();
    }

    private async Task<ConnectionMultiplexer> StartAsync()
    {
        _node = new RedisProgram { IsCluster = true };
        await _node.StartAsync();
        await _node.TakeAllSlotsAsync();
        return await ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{_node.Port}");
    }
}
