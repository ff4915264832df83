using System.Diagnostics;

namespace PromptKit.Stores.Tests.Sqlite;

/// <summary>A file system of its own with as much room as a test gives it, in memory. Only root may make one.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private SmallDisk() { }

    public string Path => _folder.Path;

    /// <summary>A new one; skips the test where it may not be made.</summary>
    public static SmallDisk New(int kilobytes)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "Only root on Linux may mount a file system.");
        var disk = new SmallDisk();
        var error = Run("mount", "-t", "tmpfs", "-o", $"size={kilobytes}k", "promptkit", disk.Path);
        if (error.Length > 0)
        {
            disk._folder.Dispose();
            Assert.Skip($"No file system can be mounted here: {error}");
        }

        return disk;
    }

    /// <summary>Gives it more room, or takes it away.</summary>
    public void Resize(int kilobytes) => Remount($"size={kilobytes}k");

    public void MakeReadOnly() => Remount("ro");

    public void Dispose()
    {
        Run("umount", Path);
        _folder.Dispose();
    }

    private void Remount(string options) => Assert.Equal("", Run("mount", "-o", $"remount,{options}", Path));

    /// <returns>What went wrong; nothing if nothing did.</returns>
    private static string Run(string program, params IEnumerable<string> arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardError = true }
        )!;
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? "" : $"{program}: {error}";
    }
}
