namespace PromptKit.Compiler.Tests.Diagnostics;

/// <summary>
/// The page of a rule: a heading, the cause, a wrong project and a right one. A file is a fenced block; its name stands behind
/// <c>```prompt</c> or <c>```yaml</c> where it matters.
/// </summary>
internal sealed record DiagnosticPage(
    string Heading,
    IReadOnlyList<(string ProjectPath, string Content)> Wrong,
    IReadOnlyList<(string ProjectPath, string Content)> Right
)
{
    private const string Fence = "```";

    public static string Folder => RepositoryFolder.Path("generators", "diagnostics");

    public static DiagnosticPage Read(string id)
    {
        var lines = File.ReadAllText(Path.Combine(Folder, id + ".md")).ReplaceLineEndings("\n").Split('\n');
        var (section, wrong, right) = ("", new List<(string, string)>(), new List<(string, string)>());
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith("## ", StringComparison.Ordinal))
            {
                section = lines[i];
            }
            else if (lines[i].StartsWith(Fence, StringComparison.Ordinal))
            {
                var end = Array.IndexOf(lines, Fence, i + 1);
                // What stands outside of "Wrong" is an advice, and so right.
                var files = section == "## Wrong" ? wrong : right;
                if (FileName(lines[i], files.Count) is { } name)
                {
                    files.Add((name, string.Concat(lines[(i + 1)..end].Select(line => line + "\n"))));
                }

                i = end;
            }
        }

        return new DiagnosticPage(lines[0], wrong, right);
    }

    // Null for a block that is no file of a prompt project.
    private static string? FileName(string fence, int index) =>
        fence.Split(' ') switch
        {
            [Fence + "prompt"] => $"example{index}.prompt",
            [Fence + "prompt" or Fence + "yaml", var name] => name,
            _ => null,
        };
}
