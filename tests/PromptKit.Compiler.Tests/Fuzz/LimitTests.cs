namespace PromptKit.Compiler.Tests.Fuzz;

/// <summary>Files over the limits, and those that other parsers are slow on or run out of stack at.</summary>
public sealed class LimitTests
{
    private const int Kilobyte = 1024;

    public static TheoryData<string, string> Slow =>
        new()
        {
            { "flow maps", Yaml(Repeat("{a: ", 50 * Kilobyte)) },
            { "flow lists", Yaml(Repeat("[", 200 * Kilobyte)) },
            { "closed flow lists", Yaml(Repeat("[", 20 * Kilobyte) + Repeat("]", 20 * Kilobyte)) },
            { "dashes", Yaml("\n" + Repeat("- ", 100 * Kilobyte)) },
            { "question marks", Yaml("\n" + Repeat("? ", 100 * Kilobyte)) },
            { "quotes", Yaml(Repeat("\"", 200 * Kilobyte)) },
            { "anchors", Yaml("\n" + Repeat("  a: &a [*a, *a]\n", 10 * Kilobyte)) },
            { "a long key", Repeat("k", 200 * Kilobyte).Insert(0, "---\n") + ": 1\n---\n" },
            { "many keys", "---\n" + string.Concat(Enumerable.Range(0, 10_000).Select(i => $"key{i}: 1\n")) + "---\n" },
            { "many broken blocks", "---\n" + Repeat("a: [\n", 20 * Kilobyte) + "---\n" },
            {
                "many members",
                "---\ninput:\n  schema:\n" + string.Concat(Enumerable.Range(0, 5_000).Select(i => $"    m{i}: string\n")) + "---\n"
            },
            { "a long number", Yaml(Repeat("9", 200 * Kilobyte)) },
            { "colons", Yaml(Repeat(": ", 100 * Kilobyte)) },
            { "comments", Yaml("\n" + Repeat("# x\n", 50 * Kilobyte)) },
            { "tags", Repeat("{{ name }}", 50 * Kilobyte) },
            { "unclosed tags", Repeat("{{ ", 300 * Kilobyte) },
            { "tag ends", Repeat("}} ", 300 * Kilobyte) },
            { "parentheses", "{{ " + Repeat("(", 300 * Kilobyte) + " }}" },
            { "nested blocks", Repeat("{{ if a }}", 50 * Kilobyte) },
            { "brackets in tags", "{{ " + Repeat("[", 300 * Kilobyte) + " }}" },
            { "braces in tags", "{{ " + Repeat("{a: ", 200 * Kilobyte) + " }}" },
            { "minus signs", "{{ " + Repeat("-", 300 * Kilobyte) + "1 }}" },
            { "interpolated strings", "{{ " + Repeat("$\"{", 100 * Kilobyte) + " }}" },
            { "text", Repeat("text\n", 200 * Kilobyte) },
            { "one line", Repeat("x", 1024 * Kilobyte) },
            { "a long name", "{{ " + Repeat("x", 500 * Kilobyte) + " }}" },
        };

    [Theory]
    [MemberData(nameof(Slow))]
    public void ALargeFileIsDoneWithBoundedWork(string what, string content)
    {
        Assert.NotEmpty(what);
        CompilerLaws.Check(new PromptSource("/app/x.prompt", "x.prompt", content, new ProjectSettings(TestCompiler.Namespace)));
    }

    [Fact]
    public void AFileOverTheLimitIsRefusedAtItsStart() =>
        Assert.Equal(
            "(1,1)-(1,1) error PK1014: The file is longer than 1024 KB. Split it, or pass the long text as an input.\n",
            DiagnosticLines.Write(TestCompiler.Compile(Repeat("x", (1024 * Kilobyte) + 1)).Diagnostics)
        );

    [Fact]
    public void AFrontMatterOverTheLimitIsRefusedAtItsStart() =>
        Assert.Equal(
            "(2,1)-(2,1) error PK1013: The front matter is longer than 256 KB. Move text into the template.\n",
            DiagnosticLines.Write(
                TestCompiler.Compile($"---\ndescription: {Repeat("x", 256 * Kilobyte)}\n---\n{{{{ name }}}}\n").Diagnostics
            )
        );

    private static string Yaml(string value) => $"---\nmetadata: {value}\n---\nHello.\n";

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
