using System.Diagnostics;
using System.Globalization;

namespace PromptKit.Stores.Tests.Faults;

/// <summary>A server of a test's own, which it starts and stops as it likes.</summary>
internal abstract class ServerProgram : IDisposable
{
    private Process? _process;

    protected TemporaryFolder Folder { get; } = new();

    public int Port { get; } = FreePort.Find();

    /// <summary>Where the store finds it, with times short enough for a test.</summary>
    public string Connection => ConnectionTo(this);

    /// <summary>A new server, which does not run yet; skips the test when its program is missing.</summary>
    public static async Task<ServerProgram> NewAsync(string engine) =>
        engine == "redis" ? new RedisProgram() : await PostgreSqlProgram.NewAsync();

    /// <summary>Opens a store on one server, or on several of which one is the primary.</summary>
    public abstract ISessionStore Open(params IReadOnlyList<ServerProgram> others);

    /// <summary>Whether an exception is the provider's own, which says what is wrong with the server.</summary>
    public abstract bool IsOwnError(Exception exception);

    /// <summary>Cuts the connections of everybody else.</summary>
    public abstract Task CutConnectionsAsync();

    /// <summary>Starts a server that receives what is written to this one.</summary>
    public abstract Task<ServerProgram> StartReplicaAsync();

    /// <summary>Waits until the replica has everything that was acknowledged so far.</summary>
    public abstract Task WaitForReplicaAsync();

    /// <summary>Makes the primary of a replica. To be called on the replica.</summary>
    public abstract Task PromoteAsync();

    /// <summary>Starts it, and waits until it says that it is ready.</summary>
    public async Task StartAsync()
    {
        var start = StartInfo();
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var said = new List<string>();
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.Exited += (_, _) => ready.TrySetException(new InvalidOperationException($"{start.FileName} ended."));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        try
        {
            await ready.Task.WaitAsync(TestContext.Current.CancellationToken);
        }
        catch (InvalidOperationException exception)
        {
            lock (said)
            {
                Assert.Fail($"{exception.Message}\n{string.Join('\n', said)}");
            }
        }

        void Hear(string? line)
        {
            lock (said)
            {
                said.Add(line ?? "");
            }

            // Both servers say so in these words.
            if (line?.Contains("ready to accept", StringComparison.OrdinalIgnoreCase) == true)
            {
                ready.TrySetResult();
            }
        }
    }

    /// <summary>SIGKILL: as a machine that fails.</summary>
    public async Task KillAsync()
    {
        _process!.Kill(entireProcessTree: true);
        await EndedAsync();
    }

    /// <summary>SIGINT, which to both servers means: disconnect everybody, write what there is, end.</summary>
    public async Task StopAsync()
    {
        await RunAsync(new ProcessStartInfo("kill", ["-INT", _process!.Id.ToString(CultureInfo.InvariantCulture)]));
        await EndedAsync();
    }

    public virtual void Dispose()
    {
        if (_process is not null)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
            _process.Dispose();
        }

        Folder.Dispose();
    }

    protected abstract ProcessStartInfo StartInfo();

    protected abstract string ConnectionTo(params IReadOnlyList<ServerProgram> servers);

    protected static string Required(string variable)
    {
        var value = Environment.GetEnvironmentVariable(variable);
        if (Servers.IsCI)
        {
            Assert.True(value is not null, $"{variable} is not set: run .ci/with-servers.");
        }

        Assert.SkipWhen(value is null, "There is no server to stop and start. Run '.ci/with-servers dotnet test'.");
        return value!;
    }

    protected static async Task RunAsync(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"{start.FileName}: {await errors}");
    }

    private async Task EndedAsync()
    {
        await _process!.WaitForExitAsync(TestContext.Current.CancellationToken);
        _process.Dispose();
        _process = null;
    }
}
