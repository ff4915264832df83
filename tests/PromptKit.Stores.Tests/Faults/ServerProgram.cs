using System.Diagnostics;
using System.Net.Sockets;

namespace PromptKit.Stores.Tests.Faults;

/// <summary>A server of a test's own, which it stops and starts.</summary>
internal sealed class ServerProgram : IDisposable
{
    private readonly Func<int, ProcessStartInfo> _start;
    private readonly TemporaryFolder _folder;
    private Process? _process;

    private ServerProgram(TemporaryFolder folder, Func<int, ProcessStartInfo> start)
    {
        _folder = folder;
        _start = start;
    }

    public int Port { get; } = FreePort.Find();

    /// <summary>Redis that loses nothing it has acknowledged.</summary>
    public static ServerProgram Redis()
    {
        var program = Required("PROMPTKIT_REDIS_SERVER");
        var folder = new TemporaryFolder();
        return new ServerProgram(
            folder,
            port => new ProcessStartInfo(
                program,
                ["--bind", "127.0.0.1", "--port", $"{port}", "--dir", folder.Path, "--appendonly", "yes", "--appendfsync", "always"]
            )
        );
    }

    /// <summary>PostgreSQL, which refuses to run as root.</summary>
    public static async Task<ServerProgram> PostgreSqlAsync()
    {
        var programs = Required("PROMPTKIT_POSTGRESQL_BIN");
        var folder = new TemporaryFolder();
        if (Environment.IsPrivilegedProcess)
        {
            await RunAsync(new ProcessStartInfo("chown", ["postgres", folder.Path]));
        }

        var data = folder.File("data");
        await RunAsync(AsPostgres(folder, $"{programs}/initdb", "--pgdata", data, "--auth", "trust", "--username", "postgres"));
        return new ServerProgram(
            folder,
            port => AsPostgres(folder, $"{programs}/postgres", "-D", data, "-p", $"{port}", "-k", folder.Path, "-h", "127.0.0.1")
        );
    }

    /// <summary>Starts it, and waits until it listens.</summary>
    public async Task StartAsync()
    {
        var start = _start(Port);
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        _process = Process.Start(start)!;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        while (!_process.HasExited)
        {
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync("127.0.0.1", Port, TestContext.Current.CancellationToken);
                return;
            }
            catch (SocketException)
            {
                await Task.Yield();
            }
        }

        Assert.Fail($"{start.FileName} ended with {_process.ExitCode}.");
    }

    /// <summary>SIGKILL: as a machine that fails.</summary>
    public async Task KillAsync()
    {
        _process!.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        _process.Dispose();
        _process = null;
    }

    public void Dispose()
    {
        _process?.Kill(entireProcessTree: true);
        _process?.WaitForExit();
        _process?.Dispose();
        _folder.Dispose();
    }

    private static string Required(string variable)
    {
        var value = Environment.GetEnvironmentVariable(variable);
        if (Servers.IsCI)
        {
            Assert.True(value is not null, $"{variable} is not set: run .ci/with-servers.");
        }

        Assert.SkipWhen(value is null, "There is no server to stop and start. Run '.ci/with-servers dotnet test'.");
        return value!;
    }

    private static ProcessStartInfo AsPostgres(TemporaryFolder folder, string program, params IEnumerable<string> arguments)
    {
        var start = Environment.IsPrivilegedProcess
            ? new ProcessStartInfo("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", program, .. arguments])
            : new ProcessStartInfo(program, arguments);
        start.WorkingDirectory = folder.Path;
        return start;
    }

    private static async Task RunAsync(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        using var process = Process.Start(start)!;
        await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
    }
}
