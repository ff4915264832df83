using System.Collections.Concurrent;
using System.Text.Json;

namespace PromptKit.Generators.Tests.Differential;

/// <summary>Compares random templates with what Scriban's interpreter makes of them.</summary>
internal static class DifferenceRun
{
    private const int Templates = 50;
    private const int Batch = 100;
    private const int Inputs = 10;
    private const int MostDifferences = 20;

    /// <summary>Compares 50 templates with 10 inputs each, times the scale, on all processors.</summary>
    public static void Compare(string test, Func<Random, string, RandomProject> write, ITestOutputHelper output)
    {
        var (batches, templates, refused, compared) = (0, 0, 0, 0);
        var differences = new ConcurrentQueue<string>();
        var workers = Math.Min(Environment.ProcessorCount, TestSeed.Scale);
        Parallel.For(
            0,
            workers,
            new ParallelOptions { MaxDegreeOfParallelism = workers },
            _ =>
            {
                while (Volatile.Read(ref templates) < Templates * TestSeed.Scale && differences.Count < MostDifferences)
                {
                    // A batch is the same whoever compares it.
                    var random = TestSeed.For($"{test} {Interlocked.Increment(ref batches)}");
                    using var loaded = TemplateBatch.Load(prefix => write(random, prefix), Batch);
                    foreach (var complaint in loaded.Complaints)
                    {
                        differences.Enqueue(complaint);
                    }

                    Interlocked.Add(ref refused, Batch - loaded.Projects.Count);
                    Interlocked.Add(ref templates, loaded.Projects.Count);
                    for (var i = 0; i < loaded.Projects.Count; i++)
                    {
                        Interlocked.Add(ref compared, CompareOne(loaded.PromptOf(i), loaded.Projects[i], random, differences));
                    }
                }
            }
        );

        output.WriteLine($"PROMPTKIT_TEST_SEED={TestSeed.Value}: {templates} templates, {compared} pairs rendered, {refused} refused");
        Assert.True(differences.IsEmpty, $"PROMPTKIT_TEST_SEED={TestSeed.Value}: {string.Join("\n\n", differences)}");
        Assert.True(refused < templates * 3, $"{refused} templates were refused: too few that are written compile.");
    }

    /// <returns>How many inputs gave a result that was compared.</returns>
    private static int CompareOne(Prompt prompt, RandomProject project, Random random, ConcurrentQueue<string> differences)
    {
        var (template, partials) = project.Parse();
        var count = 0;
        for (var i = 0; i < Inputs; i++)
        {
            var input = RandomInput.Next(random);
            var expected = Reference.Render(template, input.Model, out var failure, partials);
            if (expected is null)
            {
                // Scriban computes the right side of `??` and `?!` even where the left is used, and may fail on it.
                expected = Reference.RenderLazily(template, input.Model, out failure, partials);
            }

            if (IsListed(failure))
            {
                continue;
            }

            var (actual, problem) = Render(prompt, input);
            if (expected is null ? actual is null : problem is OverflowException)
            {
                continue;
            }

            if (expected is null || actual is null || !RenderedMessages.Of(expected).SequenceEqual(actual, StringComparer.Ordinal))
            {
                differences.Enqueue(
                    $"{project}INPUT\n{input.Json}\nSCRIBAN\n{Show(expected is null ? null : RenderedMessages.Of(expected), failure)}\nPROMPTKIT\n{Show(actual, problem?.ToString())}"
                );
                return count;
            }

            count++;
        }

        return count;
    }

    // Scriban fails where the list of a loop reads the list that it is in, or asks whether the loop's own length is a number. An object,
    // or an entry of one, equals no number and no boolean, a character of a text of any type is a text, and its entry an object; to Scriban
    // those are mistakes.
    private static bool IsListed(string failure) =>
        failure.Contains("recursive depth", StringComparison.Ordinal)
        || failure.Contains("Insufficient stack", StringComparison.Ordinal)
        || failure.Contains("Unexpected type `System.Char` for iterator", StringComparison.Ordinal)
        || failure.Contains("Unexpected type `System.Collections.Generic.KeyValuePair", StringComparison.Ordinal)
        || failure.Contains("Unable to convert type `object`", StringComparison.Ordinal)
        || failure.Contains("Unable to convert type `KeyValuePair<", StringComparison.Ordinal)
        || failure.Contains("Expecting an array for the right argument", StringComparison.Ordinal);

    private static (IReadOnlyList<string>? Messages, Exception? Problem) Render(Prompt prompt, RandomInput input)
    {
        try
        {
            return (RenderedMessages.Of(prompt.Render(JsonElement.Parse(input.Json))), null);
        }
        catch (PromptRenderException exception)
        {
            return (null, exception.InnerException ?? exception);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // What no PromptRenderException wraps is a difference, whatever Scriban does.
            return ([exception.ToString()], null);
        }
    }

    private static string Show(IReadOnlyList<string>? messages, string? problem) =>
        messages is null ? problem ?? "" : JsonText.Quote(string.Join(" | ", messages));
}
