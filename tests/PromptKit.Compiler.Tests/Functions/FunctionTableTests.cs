using PromptKit.Compiler.Binding.Functions;

namespace PromptKit.Compiler.Tests.Functions;

/// <summary>The document's table of functions is that of the compiler. <c>PROMPTKIT_UPDATE=1</c> rewrites it.</summary>
public sealed class FunctionTableTests
{
    private const string Start = "<!-- the table of functions, written by FunctionTableTests -->\n";
    private const string End = "<!-- the end of the table of functions -->\n";

    private static readonly string Document = RepositoryFolder.Path("prompts", "README.md");

    [Fact]
    public void TheDocumentListsEveryFunction()
    {
        var text = File.ReadAllText(Document).ReplaceLineEndings("\n");
        var start = text.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
        var end = text.IndexOf(End, StringComparison.Ordinal);
        var table = "\n" + Table() + "\n";
        if (Environment.GetEnvironmentVariable("PROMPTKIT_UPDATE") == "1")
        {
            File.WriteAllText(Document, text[..start] + table + text[end..]);
            return;
        }

        Assert.Equal(table, text[start..end]);
    }

    [Fact]
    public void OverAHundredOfScribansFunctionsAreCompiled()
    {
        var compiled = FunctionTable.All.Count(function => function.Refusal is null && function.Name != "json");

        Assert.True(compiled >= 100, $"{compiled} are compiled.");
    }

    [Fact]
    public void EveryParameterHasOneName() =>
        Assert.All(
            FunctionTable.All,
            function =>
                Assert.Equal(
                    function.Parameters.Count,
                    function.Parameters.Select(parameter => parameter.Name).Distinct(StringComparer.Ordinal).Count()
                )
        );

    [Fact]
    public void ParametersThatMayBeLeftOutComeLast() =>
        Assert.All(
            FunctionTable.All,
            function => Assert.Equal(function.Parameters.OrderBy(parameter => parameter.IsOptional), function.Parameters)
        );

    private static string Table() =>
        "| function | compiled |\n|---|---|\n"
        + string.Concat(
            FunctionTable
                .All.Select(function => (Signature: ArgumentMatching.Signature(function), Reason: function.Refusal))
                .Append((Signature: "include", Reason: null))
                .OrderBy(row => row.Signature, StringComparer.Ordinal)
                .Select(row => $"| `{row.Signature}` | {(row.Reason is null ? "yes" : "no: " + row.Reason)} |\n")
        );
}
