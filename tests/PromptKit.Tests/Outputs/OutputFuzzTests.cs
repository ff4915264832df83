using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using PromptKit.Outputs;
using static PromptKit.Tests.Prompts.Outputs;

namespace PromptKit.Tests.Outputs;

/// <summary>
/// Answers that are right, and the same ones damaged. PROMPTKIT_TEST_SCALE multiplies how many, and how long they are up to 10 MB;
/// PROMPTKIT_TEST_SEED repeats a run.
/// </summary>
public sealed class OutputFuzzTests(ITestOutputHelper output)
{
    private const int Answers = 2_000;

    private static int Scale => int.Parse(Environment.GetEnvironmentVariable("PROMPTKIT_TEST_SCALE") ?? "1", CultureInfo.InvariantCulture);

    [Fact]
    public void WhatIsRightIsReadAsTheStrictReaderDoes_WithoutRepairs()
    {
        var random = Start();
        for (var index = 0; index < Answers * Scale; index++)
        {
            var json = new RandomAnswer(random).Everything();

            var value = Everything.Output.Read(json, out var repairs);

            Assert.Equal(JsonSerializer.Deserialize(json, EverythingOutput.JsonTypeInfo), value);
            Assert.Empty(repairs);
        }
    }

    [Fact]
    public void WhatIsDamagedWithoutLossIsReadAsWhatItWas()
    {
        var random = Start();
        for (var index = 0; index < Answers * Scale; index++)
        {
            var json = new RandomAnswer(random).Everything();
            var answer = new CarelessJson(random).Write(JsonNode.Parse(json)!.AsObject());

            Assert.Equal(JsonSerializer.Deserialize(json, EverythingOutput.JsonTypeInfo), Read(answer));
        }
    }

    [Fact]
    public void WhatIsDamagedIsReadOrIsAnOutputFormatException_AndNeverAnythingElse()
    {
        var random = Start();
        var fits = 0;
        for (var index = 0; index < Answers * 2 * Scale; index++)
        {
            var answer = new RandomAnswer(random).Everything();
            var damages = random.Next(1, 5);
            for (var damage = 0; damage < damages; damage++)
            {
                answer = DamagedJson.Damage(answer, random);
            }

            fits += Reads(Everything.Output, answer) ? 1 : 0;
            Reads(Shape.Output, answer);
            Reads(People.Output, answer);
            Reads(Mood.Output, answer);
            ReadsInPieces(answer, random);
        }

        output.WriteLine($"{fits} of {Answers * 2 * Scale} damaged answers could be read");
        Assert.InRange(fits, Answers / 2, Answers * 2 * Scale);
    }

    [Fact]
    public void WhatIsMendedIsJson_AndJsonIsNotChanged()
    {
        var random = Start();
        for (var index = 0; index < Answers * Scale; index++)
        {
            var json = new RandomAnswer(random).Everything();
            Assert.True(JsonElement.DeepEquals(JsonElement.Parse(json), JsonElement.Parse(Mend(json, out var repairs))), json);
            Assert.Empty(repairs);

            // Throws if it is none.
            JsonElement.Parse(Mend("{" + DamagedJson.Garbage(random), out _), new JsonDocumentOptions { MaxDepth = 1_000 });
        }
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{\"a\":")]
    [InlineData("{")]
    [InlineData("[{")]
    [InlineData("{\"node\":")]
    [InlineData("{\"value\":1,\"next\":")]
    [InlineData("[1,")]
    [InlineData("\"")]
    [InlineData("'")]
    [InlineData("/*")]
    [InlineData("```")]
    [InlineData("\\")]
    public async Task HoweverDeepItIsNested_ItIsReadOrRefused(string opening)
    {
        var text = string.Concat(Enumerable.Repeat(opening, 100_000));

        await FinishesAsync(() => Reads(Everything.Output, text));
        await FinishesAsync(() => Reads(Everything.Output, $"{{\"text\":\"t\",\"maybe\":null,\"anything\":{text}"));
        await FinishesAsync(() => Reads(People.Output, text));
    }

    [Theory]
    [InlineData("\"x\", ")]
    [InlineData("'x', ")]
    [InlineData("{}")]
    [InlineData("{'a': ")]
    [InlineData("it's {a \"b\" ")]
    [InlineData("\" x ")]
    [InlineData("\\")]
    [InlineData("word ")]
    [InlineData("1 ")]
    [InlineData("true ")]
    [InlineData("1,234 ")]
    [InlineData("a:")]
    [InlineData("```\n")]
    [InlineData("# ")]
    [InlineData("}")]
    [InlineData("] }")]
    public async Task HoweverLongItIs_ItIsReadOrRefusedInLinearTime(string part)
    {
        var length = Math.Min(500_000 * Scale, 10_000_000);
        var text = string.Concat(Enumerable.Repeat(part, length / part.Length));

        await FinishesAsync(() => Reads(Everything.Output, $"{{\"text\":\"t\",\"maybe\":null,\"anything\":[{text}"));
    }

    // Far more than linear time takes, far less than quadratic time would.
    private static Task FinishesAsync(Func<bool> read) =>
        Task.Run(read, TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(3), TestContext.Current.CancellationToken);

    private static bool Reads<T>(PromptOutput<T> output, string answer)
    {
        try
        {
            output.Read(answer);
            return true;
        }
        catch (OutputFormatException)
        {
            return false;
        }
    }

    private static EverythingOutput Read(string answer)
    {
        try
        {
            return Everything.Output.Read(answer);
        }
        catch (OutputFormatException exception)
        {
            throw new InvalidOperationException($"{exception.Message}\nThe answer:\n{answer}", exception);
        }
    }

    private static void ReadsInPieces(string answer, Random random)
    {
        var reader = Everything.Output.StartPartial();
        for (var start = 0; start < answer.Length; )
        {
            var length = Math.Min(random.Next(1, 20), answer.Length - start);
            reader.Add(answer.Substring(start, length), out _);
            start += length;
        }
    }

    private static string Mend(string text, out List<OutputNote> repairs)
    {
        var sink = new Utf8JsonSink();
        new JsonMender<Utf8JsonSink>(sink).Feed(text.AsMemory(), isFinal: true);
        repairs = sink.Repairs;
        return System.Text.Encoding.UTF8.GetString(sink.Json);
    }

    private Random Start()
    {
        var seed = int.Parse(
            Environment.GetEnvironmentVariable("PROMPTKIT_TEST_SEED") ?? $"{Random.Shared.Next()}",
            CultureInfo.InvariantCulture
        );
        output.WriteLine($"PROMPTKIT_TEST_SEED={seed}");
        return new Random(seed);
    }
}
