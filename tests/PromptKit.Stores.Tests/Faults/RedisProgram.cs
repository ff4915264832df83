using System.Diagnostics;
using System.Globalization;
using StackExchange.Redis;

namespace PromptKit.Stores.Tests.Faults;

/// <summary>Redis that loses nothing it has acknowledged: it has an append-only file, and syncs it at every write.</summary>
internal sealed class RedisProgram(RedisProgram? primary = null) : ServerProgram
{
    private readonly string _program = Required("PROMPTKIT_REDIS_SERVER");
    private ConnectionMultiplexer? _admin;

    public bool IsCluster { get; init; }

    public override ISessionStore Open(params IReadOnlyList<ServerProgram> others) =>
        new RedisSessionStore(ConnectionTo([this, .. others]));

    public override bool IsOwnError(Exception exception) => exception is RedisException or RedisTimeoutException;

    public override async Task CutConnectionsAsync()
    {
        var server = await AdminAsync();
        await server.ExecuteAsync("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes");
        await server.ExecuteAsync("CLIENT", "KILL", "TYPE", "pubsub");
    }

    public override async Task<ServerProgram> StartReplicaAsync()
    {
        var replica = new RedisProgram(this);
        await replica.StartAsync();
        await WaitForReplicaAsync();
        return replica;
    }

    /// <remarks>WAIT is about the writes of its own connection; a replica receives them in the order of all.</remarks>
    public override async Task WaitForReplicaAsync()
    {
        var server = await AdminAsync();
        await server.ExecuteAsync("SET", "marker", "1");
        while ((int)await server.ExecuteAsync("WAIT", "1", "1000") == 0) { }
    }

    /// <summary>Lets a replica receive nothing any more, without telling it that it is alone.</summary>
    public async Task SeverAsync() => await (await AdminAsync()).ExecuteAsync("REPLICAOF", "127.0.0.1", "1");

    public override async Task PromoteAsync() => await (await AdminAsync()).ExecuteAsync("REPLICAOF", "NO", "ONE");

    /// <summary>Makes this server, which was a primary, the replica of another.</summary>
    public async Task FollowAsync(ServerProgram other) =>
        await (await AdminAsync()).ExecuteAsync("REPLICAOF", "127.0.0.1", other.Port.ToString(CultureInfo.InvariantCulture));

    /// <summary>Makes a whole cluster of this one node.</summary>
    public async Task TakeAllSlotsAsync()
    {
        var server = await AdminAsync();
        await server.ExecuteAsync("CLUSTER", "ADDSLOTSRANGE", "0", "16383");
        while (!(await server.ExecuteAsync("CLUSTER", "INFO")).ToString().Contains("cluster_state:ok", StringComparison.Ordinal)) { }
    }

    public override void Dispose()
    {
        _admin?.Dispose();
        base.Dispose();
    }

    protected override ProcessStartInfo StartInfo()
    {
        List<string> arguments = ["--bind", "127.0.0.1", "--port", $"{Port}", "--dir", Folder.Path];
        arguments.AddRange(["--appendonly", "yes", "--appendfsync", "always", "--repl-diskless-sync-delay", "0"]);
        if (primary is not null)
        {
            arguments.AddRange(["--replicaof", "127.0.0.1", $"{primary.Port}"]);
        }

        if (IsCluster)
        {
            arguments.AddRange(["--cluster-enabled", "yes"]);
        }

        return new ProcessStartInfo(_program, arguments);
    }

    protected override string ConnectionTo(params IReadOnlyList<ServerProgram> servers) =>
        string.Join(',', servers.Select(server => $"127.0.0.1:{server.Port}")) + ",asyncTimeout=1000,connectTimeout=1000,connectRetry=1";

    private async Task<IServer> AdminAsync()
    {
        _admin ??= await ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{Port},allowAdmin=true");
        return _admin.GetServers()[0];
    }
}
