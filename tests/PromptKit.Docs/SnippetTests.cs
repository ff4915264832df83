namespace PromptKit.Docs;

public sealed class SnippetTests
{
    // A block in a language that nobody checks, or under a comment that nobody reads, is how a snippet would escape.
    private static readonly string[] Languages = ["csharp", "prompt", "yaml", "text", "sh", "xml", ""];
    private static readonly string[] Contexts = ["file", "errors", "continues", "given", "members", "output", "needs"];

    public static TheoryData<string> Paths => [.. Documents.Paths];

    public static TheoryData<string> CSharp => Places("csharp");

    public static TheoryData<string> Prompts => Places("prompt");

    public static TheoryData<string> Outputs =>
        [.. Documents.Paths.SelectMany(Documents.Snippets).Where(snippet => snippet.Is("output")).Select(snippet => snippet.Place)];

    [Theory]
    [MemberData(nameof(Paths))]
    public void EveryBlockIsOfAKindThatIsChecked(string document) =>
        Assert.All(
            Documents.Snippets(document),
            snippet =>
            {
                Assert.True(Languages.Contains(snippet.Language), $"{snippet.Place}: '{snippet.Language}' is no language of these tests.");
                Assert.True(snippet.Context.Keys.All(Contexts.Contains), $"{snippet.Place}: a comment says what these tests do not know.");
            }
        );

    [Theory]
    [MemberData(nameof(CSharp))]
    public void CSharpInADocumentCompiles(string place) => AssertNone(place, Build(place).Messages);

    [Theory]
    [MemberData(nameof(Prompts))]
    public void APromptInADocumentGivesTheErrorsShownBelowItAndNoOthers(string place)
    {
        var (snippets, index) = Find(place);
        var shown = index + 1 < snippets.Count && snippets[index + 1].Is("errors") ? snippets[index + 1].Text : "";

        var messages = new SnippetProject().AddFiles([.. Needed(snippets, index), snippets[index]]).Compile().Messages;

        if (shown.Length == 0)
        {
            AssertNone(place, messages);
        }

        Assert.Equal(shown, string.Concat(messages.Select(message => message + "\n")));
    }

    [Theory]
    [MemberData(nameof(Outputs))]
    public void AProgramInADocumentPrintsWhatIsShownBelowIt(string place)
    {
        var (snippets, index) = Find(place);
        var (compilation, messages) = Build(snippets[index - 1].Place);
        AssertNone(snippets[index - 1].Place, messages);

        Assert.Equal(snippets[index].Text, ProgramRun.Run(compilation));
    }

    private static (Microsoft.CodeAnalysis.CSharp.CSharpCompilation Compilation, IReadOnlyList<string> Messages) Build(string place)
    {
        var (snippets, index) = Find(place);
        var first = index;
        var blocks = new List<Snippet> { snippets[index] };
        while (blocks[0].Is("continues"))
        {
            first = snippets.Take(first).Select((snippet, i) => snippet.Language == "csharp" ? i : -1).Max();
            blocks.Insert(0, snippets[first]);
        }

        return new SnippetProject().AddFiles(FilesAbove(snippets, index)).AddCode(blocks).Compile();
    }

    // Of two with the same file name the later one counts; those that show mistakes do not.
    private static IEnumerable<Snippet> FilesAbove(IReadOnlyList<Snippet> snippets, int index) =>
        snippets
            .Take(index)
            .Where(
                (snippet, i) => snippet.Language is "prompt" or "yaml" or "csharp" && snippet.Is("file") && !snippets[i + 1].Is("errors")
            )
            .GroupBy(snippet => snippet.File, StringComparer.Ordinal)
            .Select(file => file.Last());

    // What a prompt cannot do without: the named schemas that it uses, the main file of a variant, its tools.
    private static IEnumerable<Snippet> Needed(IReadOnlyList<Snippet> snippets, int index) =>
        FilesAbove(snippets, index)
            .Where(file => snippets[index].Is("needs") && snippets[index].Context["needs"].Split(", ").Contains(file.File));

    private static (IReadOnlyList<Snippet> Snippets, int Index) Find(string place)
    {
        var snippets = Documents.Snippets(place[..place.LastIndexOf(':')]);
        return (snippets, snippets.ToList().FindIndex(snippet => snippet.Place == place));
    }

    private static void AssertNone(string place, IReadOnlyList<string> messages) =>
        Assert.True(messages.Count == 0, $"{place}: {string.Join('\n', messages)}");

    private static TheoryData<string> Places(string language) =>
        [.. Documents.Paths.SelectMany(Documents.Snippets).Where(snippet => snippet.Language == language).Select(snippet => snippet.Place)];
}
