using System.Text.RegularExpressions;

namespace PromptKit.Compiler.Tests.Fuzz;

/// <summary>
/// A token forgotten, written twice, or written in the place of its neighbour: every one of every golden case, and for
/// <c>PROMPTKIT_TEST_SCALE</c> below 40 a part of them.
/// </summary>
public sealed partial class TokenFuzzTests(ITestOutputHelper output)
{
    private const int MostScale = 40;

    [Fact]
    public void EverySlipOfOneTokenGivesDiagnosticsOrCodeAndNeverAnException()
    {
        var random = TestSeed.For(nameof(TokenFuzzTests));
        var frontMatters = new HashSet<string>(StringComparer.Ordinal);
        var complaints = new List<string>();
        output.WriteLine($"PROMPTKIT_TEST_SEED={TestSeed.Value}, scale {TestSeed.Scale}");
        foreach (var prompt in GoldenCase.SinglePrompts().Select(golden => golden.ReadPrompt()).Distinct(StringComparer.Ordinal))
        {
            // Hundreds of cases have the same front matter.
            var body = prompt.LastIndexOf("---\n", StringComparison.Ordinal) is var fence and >= 0 ? fence + "---\n".Length : 0;
            foreach (var slip in Slips(prompt, frontMatters.Add(prompt[..body]) ? 0 : body))
            {
                if (random.Next(MostScale) < TestSeed.Scale && Complaint(slip) is { } complaint)
                {
                    complaints.Add(complaint);
                }
            }
        }

        Assert.Empty(complaints);
    }

    private static string? Complaint(string content)
    {
        try
        {
            CompilerLaws.Check(new PromptSource("/app/greet.prompt", "greet.prompt", content, new ProjectSettings(TestCompiler.Namespace)));
            return null;
        }
        catch (InvalidOperationException broken)
        {
            return $"{broken.Message}\n{content}";
        }
    }

    private static IEnumerable<string> Slips(string prompt, int from)
    {
        var tokens = Token().Matches(prompt, from);
        for (var i = 0; i < tokens.Count; i++)
        {
            var (before, token, behind) = (prompt[..tokens[i].Index], tokens[i].Value, prompt[(tokens[i].Index + tokens[i].Length)..]);
            yield return before + behind;
            yield return $"{before}{token} {token}{behind}";
            if (i > 0)
            {
                yield return $"{before}{tokens[i - 1].Value}{behind}";
                yield return $"{prompt[..tokens[i - 1].Index]}{token} {tokens[i - 1].Value}{behind}";
            }
        }
    }

    [GeneratedRegex(@"\w+|\{\{|\}\}|[^\s\w]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Token();
}
