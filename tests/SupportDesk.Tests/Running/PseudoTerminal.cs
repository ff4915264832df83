using System.Text;
using System.Threading.Channels;

namespace SupportDesk.Tests.Running;

/// <summary>
/// A program with a terminal of its own, so that what is typed goes through the terminal's line editing and Ctrl+C becomes a signal.
/// </summary>
/// <remarks>
/// Written over the C library, because .NET can start a process with pipes only, and the tool <c>script</c> is not everywhere.
/// </remarks>
internal sealed class PseudoTerminal : IAsyncDisposable
{
    public const string CtrlC = "\u0003";
    public const string CtrlD = "\u0004";

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private readonly int _processId;
    private readonly FileStream _master;
    private readonly Channel<string> _output = Channel.CreateUnbounded<string>();
    private readonly Task _reading;
    private readonly Task<int> _exit;
    private string _unread = "";

    private PseudoTerminal(int processId, FileStream master)
    {
        _processId = processId;
        _master = master;
        _reading = Task.Factory.StartNew(Read, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        _exit = Task.Factory.StartNew(Wait, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>The code that the program left with; 128 and the signal's number when a signal ended it.</summary>
    public Task<int> ExitCode => _exit.WaitAsync(s_patience, TestContext.Current.CancellationToken);

    public static PseudoTerminal Start(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?> variables)
    {
        var master = LibC.OpenTerminal();
        try
        {
            var environment = Environment.GetEnvironmentVariables();
            foreach (var (name, value) in variables)
            {
                environment[name] = value;
            }

            var settings = environment
                .Keys.Cast<string>()
                .Where(name => environment[name] is not null)
                .Select(name => $"{name}={environment[name]}");
            var processId = LibC.Spawn(program, [program, .. arguments], [.. settings], LibC.NameOf(master));
            return new PseudoTerminal(processId, new FileStream(master, FileAccess.ReadWrite, bufferSize: 1));
        }
        catch
        {
            master.Dispose();
            throw;
        }
    }

    public async Task TypeAsync(string keys)
    {
        await _master.WriteAsync(Encoding.UTF8.GetBytes(keys), TestContext.Current.CancellationToken);
        await _master.FlushAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Reads until a text has appeared.</summary>
    /// <returns>What appeared up to it, and it.</returns>
    public async Task<string> ReadUntilAsync(string text)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(s_patience);
        try
        {
            int start;
            while ((start = _unread.IndexOf(text, StringComparison.Ordinal)) < 0)
            {
                _unread += await _output.Reader.ReadAsync(patience.Token);
            }

            var end = start + text.Length;
            var read = _unread[..end];
            _unread = _unread[end..];
            return read;
        }
        catch (Exception exception) when (exception is OperationCanceledException or ChannelClosedException)
        {
            throw new InvalidOperationException($"'{text}' did not appear. What did: {_unread}", exception);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_exit.IsCompleted)
        {
            LibC.Kill(_processId);
        }

        await _exit;
        await _reading;
        await _master.DisposeAsync();
    }

    private void Read()
    {
        var decoder = Encoding.UTF8.GetDecoder();
        var bytes = new byte[1024];
        var characters = new char[1024];
        try
        {
            int count;
            while ((count = _master.Read(bytes)) > 0)
            {
                _output.Writer.TryWrite(new string(characters, 0, decoder.GetChars(bytes.AsSpan(0, count), characters, flush: false)));
            }
        }
        catch (IOException)
        {
            // EIO: how Linux says that the program has closed its end.
        }

        _output.Writer.Complete();
    }

    private int Wait() => LibC.Wait(_processId);
}
