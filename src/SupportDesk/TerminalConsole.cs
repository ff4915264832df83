using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace SupportDesk;

/// <summary>
/// Reads lines and writes text. Prompts appear only when a person sits at both ends, so that piped input and redirected output give
/// the plain conversation. Ctrl+C cancels what is interruptible; at the prompt it first says how to leave.
/// </summary>
internal sealed class TerminalConsole : IDisposable
{
    private const string UserPrompt = "you> ";
    private const string AnswerPrompt = "desk> ";

    private readonly Lock _lock = new();
    private readonly TextReader _input;
    private readonly PosixSignalRegistration _registration;
    private Interruption? _running;
    private bool _atLineStart = true;
    private bool _hasHinted;

    public TerminalConsole()
    {
        IsInteractive = !Console.IsInputRedirected && !Console.IsOutputRedirected;
        _input = IsInteractive && !OperatingSystem.IsWindows() ? OpenTerminal() : Console.In;
        _registration = PosixSignalRegistration.Create(PosixSignal.SIGINT, OnInterrupt);
    }

    /// <summary>Whether a person types and a person reads.</summary>
    public bool IsInteractive { get; }

    public void Dispose() => _registration.Dispose();

    /// <summary>The next line; <see langword="null"/> at the end of the input.</summary>
    public string? ReadLine()
    {
        Prompt(UserPrompt);
        var line = _input.ReadLine();
        lock (_lock)
        {
            _hasHinted = false;
            _atLineStart = line is not null || !IsInteractive;
        }

        if (line is null)
        {
            EndLine();
        }

        return line;
    }

    /// <summary>Writes a piece of an answer.</summary>
    public void Write(string text)
    {
        if (text.Length == 0)
        {
            return;
        }

        if (_atLineStart)
        {
            Prompt(AnswerPrompt);
        }

        Console.Out.Write(text);

        // Inside an answer also after its own line breaks: it is prompted for once.
        _atLineStart = false;
    }

    /// <summary>Ends a line that has been begun.</summary>
    public void EndLine()
    {
        if (!_atLineStart)
        {
            WriteLine();
        }
    }

    public void WriteLine(string text = "")
    {
        Console.Out.WriteLine(text);
        _atLineStart = true;
    }

    public void WriteError(string text) => Console.Error.WriteLine(text);

    /// <summary>From now until it is disposed of, Ctrl+C cancels its token.</summary>
    public Interruption Interruptible()
    {
        var interruption = new Interruption(End);
        lock (_lock)
        {
            _running = interruption;
        }

        return interruption;
    }

    /// <summary>
    /// The terminal's own line editing. Console.In's would keep what was typed before a Ctrl+C and put it before the next line.
    /// </summary>
    private static StreamReader OpenTerminal() =>
        new(new FileStream(new SafeFileHandle(0, ownsHandle: false), FileAccess.Read, bufferSize: 1), Console.InputEncoding);

    private void End()
    {
        lock (_lock)
        {
            _running = null;
        }
    }

    private void Prompt(string prompt)
    {
        if (IsInteractive)
        {
            Console.Out.Write(prompt);
        }
    }

    private void OnInterrupt(PosixSignalContext context)
    {
        lock (_lock)
        {
            if (_running is { Token.IsCancellationRequested: false })
            {
                context.Cancel = true;
                _running.Cancel();
            }
            else if (_running is null && IsInteractive && !_hasHinted)
            {
                context.Cancel = true;
                _hasHinted = true;
                Console.Out.WriteLine();
                Console.Out.WriteLine("(Ctrl+C again leaves; so does /quit.)");
                Prompt(UserPrompt);
            }

            // Otherwise somebody insists: the signal does what it always does.
        }
    }
}
