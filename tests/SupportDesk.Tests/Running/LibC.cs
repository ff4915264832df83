using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace SupportDesk.Tests.Running;

/// <summary>The calls of the C library on Linux that .NET has no word for. Opaque structures get more room than any library needs.</summary>
internal static class LibC
{
    private const int ReadWrite = 2;
    private const int NoControllingTerminal = 0x100;
    private const int Room = 1024;
    private const int SigKill = 9;
    private const short SetSignalDefaults = 0x04;
    private const short SetSignalMask = 0x08;
    private const short SetSession = 0x80;

    public static SafeFileHandle OpenTerminal()
    {
        var terminal = posix_openpt(ReadWrite | NoControllingTerminal);
        Check(terminal < 0 ? Marshal.GetLastPInvokeError() : 0);
        var handle = new SafeFileHandle(terminal, ownsHandle: true);
        Check(grantpt(terminal) < 0 ? Marshal.GetLastPInvokeError() : 0);
        Check(unlockpt(terminal) < 0 ? Marshal.GetLastPInvokeError() : 0);
        return handle;
    }

    public static string NameOf(SafeFileHandle terminal)
    {
        var name = new byte[Room];
        Check(ptsname_r((int)terminal.DangerousGetHandle(), name, name.Length));
        return System.Text.Encoding.UTF8.GetString(name, 0, Array.IndexOf(name, (byte)0));
    }

    /// <summary>Starts a program in a session of its own, whose terminal is the given one.</summary>
    public static int Spawn(string program, string[] arguments, string[] environment, string terminal)
    {
        var actions = new byte[Room];
        var attributes = new byte[Room];
        var signals = new byte[Room];
        Check(posix_spawn_file_actions_init(actions));
        Check(posix_spawnattr_init(attributes));
        try
        {
            // A session leader's first terminal becomes the one that it takes signals from.
            Check(posix_spawn_file_actions_addopen(actions, 0, terminal, ReadWrite, 0));
            Check(posix_spawn_file_actions_adddup2(actions, 0, 1));
            Check(posix_spawn_file_actions_adddup2(actions, 0, 2));

            // Whoever runs the tests may ignore Ctrl+C, which would be inherited.
            Check(posix_spawnattr_setsigmask(attributes, signals));
            Check(sigfillset(signals) < 0 ? Marshal.GetLastPInvokeError() : 0);
            Check(posix_spawnattr_setsigdefault(attributes, signals));
            Check(posix_spawnattr_setflags(attributes, SetSession | SetSignalMask | SetSignalDefaults));
            Check(posix_spawn(out var processId, program, actions, attributes, [.. arguments, null], [.. environment, null]));
            return processId;
        }
        finally
        {
            _ = posix_spawnattr_destroy(attributes);
            _ = posix_spawn_file_actions_destroy(actions);
        }
    }

    public static void Kill(int processId) => _ = kill(processId, SigKill);

    /// <returns>The exit code; 128 and the signal's number when a signal ended the program.</returns>
    public static int Wait(int processId)
    {
        const int Interrupted = 4;
        int status;
        while (waitpid(processId, out status, 0) < 0)
        {
            var error = Marshal.GetLastPInvokeError();
            Check(error == Interrupted ? 0 : error);
        }

        var signal = status & 0x7f;
        return signal == 0 ? (status >> 8) & 0xff : 128 + signal;
    }

    private static void Check(int error)
    {
        if (error != 0)
        {
            throw new Win32Exception(error);
        }
    }

    [DllImport("libc", SetLastError = true)]
    private static extern int posix_openpt(int flags);

    [DllImport("libc", SetLastError = true)]
    private static extern int grantpt(int terminal);

    [DllImport("libc", SetLastError = true)]
    private static extern int unlockpt(int terminal);

    [DllImport("libc")]
    private static extern int ptsname_r(int terminal, byte[] name, nint length);

    [DllImport("libc")]
    private static extern int posix_spawn_file_actions_init(byte[] actions);

    [DllImport("libc")]
    private static extern int posix_spawn_file_actions_destroy(byte[] actions);

    [DllImport("libc")]
    private static extern int posix_spawn_file_actions_addopen(
        byte[] actions,
        int descriptor,
        [MarshalAs(UnmanagedType.LPUTF8Str)] string path,
        int flags,
        uint mode
    );

    [DllImport("libc")]
    private static extern int posix_spawn_file_actions_adddup2(byte[] actions, int descriptor, int copy);

    [DllImport("libc")]
    private static extern int posix_spawnattr_init(byte[] attributes);

    [DllImport("libc")]
    private static extern int posix_spawnattr_destroy(byte[] attributes);

    [DllImport("libc")]
    private static extern int posix_spawnattr_setflags(byte[] attributes, short flags);

    [DllImport("libc")]
    private static extern int posix_spawnattr_setsigmask(byte[] attributes, byte[] signals);

    [DllImport("libc")]
    private static extern int posix_spawnattr_setsigdefault(byte[] attributes, byte[] signals);

    [DllImport("libc", SetLastError = true)]
    private static extern int sigfillset(byte[] signals);

    [DllImport("libc")]
    private static extern int posix_spawn(
        out int processId,
        [MarshalAs(UnmanagedType.LPUTF8Str)] string path,
        byte[] actions,
        byte[] attributes,
        [MarshalAs(UnmanagedType.LPArray, ArraySubType = UnmanagedType.LPStr)] string?[] arguments,
        [MarshalAs(UnmanagedType.LPArray, ArraySubType = UnmanagedType.LPStr)] string?[] environment
    );

    [DllImport("libc", SetLastError = true)]
    private static extern int waitpid(int processId, out int status, int options);

    [DllImport("libc", SetLastError = true)]
    private static extern int kill(int processId, int signal);
}
