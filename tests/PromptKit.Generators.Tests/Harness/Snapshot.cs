using System.Runtime.CompilerServices;
using DiffEngine;

namespace PromptKit.Generators.Tests.Harness;

/// <summary>
/// Compares text with <c>_snapshots/Class.Test.verified.ext</c>, in Verify's file conventions, so that Verify can take over. On a mismatch
/// the text is left as <c>*.received.ext</c> and a diff tool is opened where there is one; <c>PROMPTKIT_UPDATE=1</c> accepts it.
/// </summary>
internal static class Snapshot
{
    public static async Task Verify(
        string text,
        string extension = "cs",
        [CallerFilePath] string file = "",
        [CallerMemberName] string test = ""
    )
    {
        var name = $"{Path.GetFileNameWithoutExtension(file)}.{test}";
        var folder = RepositoryFolder.Path("tests", "PromptKit.Generators.Tests", "_snapshots");
        var verified = Path.Combine(folder, $"{name}.verified.{extension}");
        var received = Path.Combine(folder, $"{name}.received.{extension}");
        if (Environment.GetEnvironmentVariable("PROMPTKIT_UPDATE") == "1")
        {
            Directory.CreateDirectory(folder);
            await File.WriteAllTextAsync(verified, text);
        }

        if (File.Exists(verified) && (await File.ReadAllTextAsync(verified)).ReplaceLineEndings("\n") == text)
        {
            File.Delete(received);
            return;
        }

        await File.WriteAllTextAsync(received, text);
        await DiffRunner.LaunchAsync(received, verified);
        Assert.Fail($"{name} differs from its snapshot. Compare {name}.received.{extension}; PROMPTKIT_UPDATE=1 accepts it.");
    }
}
