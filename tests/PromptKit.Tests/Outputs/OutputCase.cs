namespace PromptKit.Tests.Outputs;

/// <summary>
/// A case of <c>Cases/prompt.topic.txt</c>: <c>=== title</c>, the answer, and what comes of it: <c>--> the output as JSON</c> or
/// <c>!!! a mismatch</c>, then <c>~~~ the kinds of repairs</c>. <c>&lt;BOM&gt;</c> and the like stand for characters that editors hide.
/// </summary>
internal sealed record OutputCase(string File, string Title, string Answer, string Expected)
{
    private const string Start = "=== ";

    private static readonly (string Name, string Character)[] s_hidden =
    [
        ("<BOM>", "\uFEFF"),
        ("<CR>", "\r"),
        ("<BEL>", "\a"),
        ("<NUL>", "\0"),
    ];

    public string Prompt => File[..File.IndexOf('.', StringComparison.Ordinal)];

    public string Text =>
        s_hidden.Aggregate(Answer, (text, hidden) => text.Replace(hidden.Name, hidden.Character, StringComparison.Ordinal));

    public static IReadOnlyList<OutputCase> Read(string path)
    {
        var cases = new List<OutputCase>();
        foreach (var block in ("\n" + System.IO.File.ReadAllText(path)).Split("\n" + Start).Skip(1))
        {
            var lines = block.TrimEnd('\n').Split('\n');
            var end = Array.FindIndex(lines, IsExpectation);
            var answer = string.Join('\n', lines[1..(end < 0 ? lines.Length : end)]);
            var expected = end < 0 ? "" : string.Join('\n', lines[end..]);
            cases.Add(new OutputCase(Path.GetFileName(path), lines[0], answer, expected));
        }

        return cases;
    }

    public static string Write(IEnumerable<OutputCase> cases) =>
        string.Join("\n\n", cases.Select(each => $"{Start}{each.Title}\n{each.Answer}\n{each.Expected}")) + "\n";

    private static bool IsExpectation(string line) =>
        line.StartsWith("--> ", StringComparison.Ordinal) || line.StartsWith("!!! ", StringComparison.Ordinal);
}
