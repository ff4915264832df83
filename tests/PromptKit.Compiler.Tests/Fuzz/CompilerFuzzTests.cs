namespace PromptKit.Compiler.Tests.Fuzz;

/// <summary>
/// Never a crash, never silence. <c>PROMPTKIT_TEST_SCALE=40</c> tries 200,000 files. Files over the limits are in
/// <see cref="LimitTests"/>.
/// </summary>
public sealed class CompilerFuzzTests(ITestOutputHelper output)
{
    private const int Files = 5_000;

    [Fact]
    public void EveryFileGivesDiagnosticsOrCodeAndNeverAnException() =>
        ForRandomFiles(nameof(EveryFileGivesDiagnosticsOrCodeAndNeverAnException), Files, source => CompilerLaws.Check(source));

    [Fact]
    public void TheSameFileGivesTheSameResultTwice() =>
        ForRandomFiles(
            nameof(TheSameFileGivesTheSameResultTwice),
            Files / 5,
            source => Assert.Equal(PromptCompiler.Compile(source), PromptCompiler.Compile(source))
        );

    [Fact]
    public void LineEndsAndByteOrderMarkChangeNoCode() =>
        ForRandomFiles(
            nameof(LineEndsAndByteOrderMarkChangeNoCode),
            Files / 5,
            source =>
            {
                var content = source.Content.TrimStart('\uFEFF').ReplaceLineEndings("\n").Replace('\r', '\n');
                var expected = PromptCompiler.Compile(source with { Content = content });
                foreach (
                    var variant in new[] { "\uFEFF" + content, WithLineEnds(content, "\r\n"), "\uFEFF" + WithLineEnds(content, "\r\n") }
                )
                {
                    var actual = PromptCompiler.Compile(source with { Content = variant });
                    Assert.Equal(expected.Code, actual.Code);
                    Assert.Equal(DiagnosticLines.Write(expected.Diagnostics), DiagnosticLines.Write(actual.Diagnostics));
                }
            }
        );

    // Not ReplaceLineEndings, which knows more line ends than a prompt has.
    private static string WithLineEnds(string content, string lineEnd) => content.Replace("\n", lineEnd, StringComparison.Ordinal);

    private void ForRandomFiles(string test, int files, Action<PromptSource> law)
    {
        output.WriteLine($"PROMPTKIT_TEST_SEED={TestSeed.Value}, {files * TestSeed.Scale} files");
        var inputs = new FuzzInputs(TestSeed.For(test));
        for (var i = 0; i < files * TestSeed.Scale; i++)
        {
            var source = inputs.Next();
            try
            {
                law(source);
            }
            catch (Exception exception)
            {
                var content = JsonText.Quote(source.Content);
                throw new InvalidOperationException(
                    $"{TestSeed.Describe(i)}: {JsonText.Quote(source.ProjectPath)} {content[..Math.Min(content.Length, 2_000)]}",
                    exception
                );
            }
        }
    }
}
