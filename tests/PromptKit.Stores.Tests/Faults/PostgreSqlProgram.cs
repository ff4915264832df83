using System.Diagnostics;
using Npgsql;

namespace PromptKit.Stores.Tests.Faults;

/// <summary>PostgreSQL, which refuses to run as root.</summary>
internal sealed class PostgreSqlProgram : ServerProgram
{
    private readonly string _programs = Required("PROMPTKIT_POSTGRESQL_BIN");
    private NpgsqlDataSource? _admin;

    private PostgreSqlProgram() { }

    private string Data => Folder.File("data");

    private NpgsqlDataSource Admin => _admin ??= NpgsqlDataSource.Create(Connection);

    public static new async Task<PostgreSqlProgram> NewAsync(string engine = "postgresql")
    {
        var server = new PostgreSqlProgram();
        await server.OwnFolderAsync();
        await RunAsync(server.Program("initdb", "--pgdata", server.Data, "--auth", "trust", "--username", "postgres", "--no-sync"));
        return server;
    }

    public override ISessionStore Open(params IReadOnlyList<ServerProgram> others) =>
        new PostgreSqlSessionStore(ConnectionTo([this, .. others]));

    public override bool IsOwnError(Exception exception) => exception is NpgsqlException;

    public override Task CutConnectionsAsync() =>
        ExecuteAsync(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'"
        );

    /// <remarks>From then on a commit is acknowledged only when the replica has it too.</remarks>
    public override async Task<ServerProgram> StartReplicaAsync()
    {
        var replica = new PostgreSqlProgram();
        await replica.OwnFolderAsync();
        string[] from = ["--host", "127.0.0.1", "--port", $"{Port}", "--username", "postgres"];
        await RunAsync(
            replica.Program(
                "pg_basebackup",
                ["--pgdata", replica.Data, "--write-recovery-conf", "--checkpoint", "fast", "--no-sync", .. from]
            )
        );
        await replica.StartAsync();
        await ExecuteAsync("ALTER SYSTEM SET synchronous_standby_names = '*'");
        await ExecuteAsync("SELECT pg_reload_conf()");
        await WaitForReplicaAsync();
        return replica;
    }

    public override async Task WaitForReplicaAsync()
    {
        await using var isThere = Admin.CreateCommand("SELECT count(*) FROM pg_stat_replication WHERE sync_state = 'sync'");
        while (await isThere.ExecuteScalarAsync(TestContext.Current.CancellationToken) is 0L) { }
    }

    public override Task PromoteAsync() => ExecuteAsync("SELECT pg_promote()");

    public override void Dispose()
    {
        _admin?.Dispose();
        base.Dispose();
    }

    protected override ProcessStartInfo StartInfo() =>
        Program("postgres", "-D", Data, "-p", $"{Port}", "-k", Folder.Path, "-h", "127.0.0.1");

    protected override string ConnectionTo(params IReadOnlyList<ServerProgram> servers)
    {
        var hosts = string.Join(',', servers.Select(server => $"127.0.0.1:{server.Port}"));
        var primary = servers.Count > 1 ? ";Target Session Attributes=primary;Host Recheck Seconds=0" : "";
        return $"Host={hosts};Username=postgres;Database=postgres;Timeout=5{primary}";
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = Admin.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private async Task OwnFolderAsync()
    {
        if (Environment.IsPrivilegedProcess)
        {
            await RunAsync(new ProcessStartInfo("chown", ["postgres", Folder.Path]));
        }
    }

    private ProcessStartInfo Program(string name, params IEnumerable<string> arguments)
    {
        var program = Path.Combine(_programs, name);
        var start = Environment.IsPrivilegedProcess
            ? new ProcessStartInfo("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", program, .. arguments])
            : new ProcessStartInfo(program, arguments);
        start.WorkingDirectory = Folder.Path;
        return start;
    }
}
