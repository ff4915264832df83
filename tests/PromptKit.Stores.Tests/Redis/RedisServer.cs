using Garnet;
using Garnet.server;
using PromptKit.Stores.Tests.Redis;
using StackExchange.Redis;

[assembly: AssemblyFixture(typeof(RedisServer))]

namespace PromptKit.Stores.Tests.Redis;

/// <summary>The server that is there, or else Garnet in this process, and the connection that the tests share.</summary>
public sealed class RedisServer : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private GarnetServer? _garnet;
    private Task<ConnectionMultiplexer>? _connection;
    private string? _configuration;

    internal string Configuration
    {
        get
        {
            lock (_lock)
            {
                return _configuration ??= Servers.Redis() ?? StartGarnet();
            }
        }
    }

    internal Task<ConnectionMultiplexer> ConnectAsync()
    {
        var configuration = Configuration;
        lock (_lock)
        {
            return _connection ??= ConnectionMultiplexer.ConnectAsync(configuration);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection is not null)
        {
            await (await _connection).DisposeAsync();
        }

        _garnet?.Dispose();
    }

    private string StartGarnet()
    {
        var port = FreePort.Find();
        var options = new GarnetServerOptions
        {
            EndPoints = [new System.Net.IPEndPoint(System.Net.IPAddress.Loopback, port)],
            EnableLua = true,
            LuaTransactionMode = true,
            // Without these, Start fails; a time of -1 ms is no limit.
            LuaOptions = new LuaOptions(
                LuaMemoryManagementMode.Native,
                "",
                Timeout.InfiniteTimeSpan,
                LuaLoggingMode.Silent,
                [],
                logger: null
            ),
            QuietMode = true,
        };
        _garnet = new GarnetServer(options);
        _garnet.Start();
        return $"127.0.0.1:{port}";
    }
}
