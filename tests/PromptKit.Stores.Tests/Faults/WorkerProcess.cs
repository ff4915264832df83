using System.Diagnostics;
using PromptKit.Stores.Worker;

namespace PromptKit.Stores.Tests.Faults;

/// <summary>A process that takes turns and may be killed at any moment.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly Process _process;

    private WorkerProcess(Process process) => _process = process;

    public static WorkerProcess Start(StorePlace place, string session, string thread, string name, int first, int count)
    {
        // The runtime that the tests themselves run on.
        var runtime = System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory();
        var start = new ProcessStartInfo(Path.GetFullPath(Path.Combine(runtime, "../../../dotnet")))
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] arguments =
        [
            typeof(StoreOpener).Assembly.Location,
            place.Engine,
            place.Connection,
            place.Space,
            session,
            thread,
            name,
            $"{first}",
            $"{count}",
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return new WorkerProcess(Process.Start(start)!);
    }

    /// <summary>The next line it says; <see langword="null"/> when it has ended.</summary>
    public ValueTask<string?> ReadLineAsync() => _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);

    /// <summary>All that it says until it ends by itself, without an error.</summary>
    public async Task<string[]> ReadToEndAsync()
    {
        var errors = _process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await _process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.Equal("", await errors);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>SIGKILL, and what it had said before.</summary>
    public async Task<string[]> KillAsync()
    {
        _process.Kill();
        var rest = await _process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);

        // A last line without its end was never said.
        return [.. rest.Split('\n')[..^1]];
    }

    public Task<string> ErrorsAsync() => _process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
