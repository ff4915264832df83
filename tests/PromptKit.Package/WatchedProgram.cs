using System.Threading.Channels;

namespace PromptKit.Package;

/// <summary>A program that <c>dotnet watch</c> runs, with what both of them print.</summary>
internal sealed class WatchedProgram : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenSource _kill = new();
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();
    private readonly List<string> _printed = [];
    private readonly Task _run;

    private WatchedProgram(Command command)
    {
        var target = PipeTarget.ToDelegate(line => _lines.Writer.TryWrite(line));
        _run = command.WithStandardOutputPipe(target).WithStandardErrorPipe(target).ExecuteAsync(_kill.Token, _stop.Token);
    }

    public static WatchedProgram Start(string folder) => new(DotNet.Command(folder, "watch", "--non-interactive", "run"));

    /// <summary>Waits until lines with each of these parts were printed, in any order.</summary>
    /// <returns>The first line with the first part.</returns>
    public async Task<string> WaitForAsync(params IReadOnlyList<string> parts)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        var found = new string?[parts.Count];
        try
        {
            while (found.Contains(null))
            {
                var line = await _lines.Reader.ReadAsync(patience.Token);
                _printed.Add(line);
                for (var i = 0; i < parts.Count; i++)
                {
                    found[i] ??= line.Contains(parts[i], StringComparison.Ordinal) ? line : null;
                }
            }
        }
        catch (OperationCanceledException exception)
        {
            throw new TimeoutException($"No lines with {string.Join(" and ", parts)}:\n{string.Join('\n', _printed)}", exception);
        }

        return found[0]!;
    }

    public async ValueTask DisposeAsync()
    {
        // As Ctrl+C does: so the program ends with its watcher.
        await _stop.CancelAsync();
        _kill.CancelAfter(TimeSpan.FromSeconds(10));
        try
        {
            await _run;
        }
        catch (OperationCanceledException)
        {
            // It was stopped.
        }

        _stop.Dispose();
        _kill.Dispose();
    }
}
