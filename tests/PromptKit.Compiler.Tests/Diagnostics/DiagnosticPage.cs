namespace PromptKit.Compiler.Tests.Diagnostics;

/// <summary>The page of a rule: a heading, the cause, a wrong file and a right one.</summary>
internal sealed record DiagnosticPage(string Heading, IReadOnlyList<string> Wrong, IReadOnlyList<string> Right)
{
    private const string Fence = "```";

    public static string Folder => RepositoryFolder.Path("generators", "diagnostics");

    public static DiagnosticPage Read(string id)
    {
        var lines = File.ReadAllText(Path.Combine(Folder, id + ".md")).ReplaceLineEndings("\n").Split('\n');
        var (section, wrong, right) = ("", new List<string>(), new List<string>());
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith("## ", StringComparison.Ordinal))
            {
                section = lines[i];
            }
            else if (lines[i] == Fence + "prompt")
            {
                var end = Array.IndexOf(lines, Fence, i + 1);
                // What stands outside of "Wrong" is an advice, and so right.
                (section == "## Wrong" ? wrong : right).Add(string.Concat(lines[(i + 1)..end].Select(line => line + "\n")));
                i = end;
            }
        }

        return new DiagnosticPage(lines[0], wrong, right);
    }
}
