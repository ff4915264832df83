using System.Text.Json;
using static PromptKit.Tests.Prompts.Outputs;

namespace PromptKit.Tests.Outputs;

/// <summary>Outputs while they are being written.</summary>
public sealed class PartialOutputTests
{
    private const string Answer =
        """{"category":"billing","urgency":42,"summary":"two words","tags":["ab","cd"],"contact":{"name":"Ann","email":null},"steps":[{"title":"one","minutes":5},{"title":"two"}]}""";

    private readonly ScriptedChatClient _model = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task PartialOutputsGrowAsTheAnswerArrives_AndReplyHasTheWhole()
    {
        _model.Enqueue(Answer);
        var stream = new Session(_model).Chat(Ticket).SendStreamingAsync("hi", Token);

        var partials = new List<TicketOutputPartial>();
        await foreach (var partial in stream.PartialOutputs)
        {
            partials.Add(Assert.IsType<TicketOutputPartial>(partial));
        }

        Assert.True(partials.Count > 3, $"{partials.Count} partials");
        Assert.Null(partials[0].Steps);
        Assert.Equal("two words", partials[^1].Summary);
        Assert.Equal("two", partials[^1].Steps?[1].Title);
        Assert.Equal("two words", (await stream.Reply).Output.Summary);
    }

    [Fact]
    public void WhereverAnAnswerIsCut_WhatIsThereIsThere_AndNothingElse()
    {
        for (var length = 1; length <= Answer.Length; length++)
        {
            var partial = Read(Answer[..length]);
            var (before, after) = (Answer[..length], Answer.Length == length);

            Assert.Equal(
                before.Contains("\"billing\",\"", StringComparison.Ordinal) ? TicketOutputCategory.Billing : null,
                partial?.Category
            );
            Assert.Equal(before.Contains("42,", StringComparison.Ordinal) ? 42L : null, partial?.Urgency);
            Assert.StartsWith(partial?.Summary ?? "", "two words", StringComparison.Ordinal);
            Assert.Equal(after ? "cd" : partial?.Tags?.ElementAtOrDefault(1) ?? "cd", partial?.Tags?.ElementAtOrDefault(1) ?? "cd");
            Assert.Null(partial?.Contact?.Email);
        }
    }

    [Fact]
    public void APartialDoesNotChangeWhenMoreArrives()
    {
        var reader = Ticket.Output.StartPartial();
        var partials = new List<(TicketOutputPartial Partial, string Json)>();
        foreach (var character in Answer)
        {
            if (reader.Add(character.ToString(), out var partial))
            {
                partials.Add((partial!, Describe(partial!)));
            }
        }

        Assert.All(partials, each => Assert.Equal(each.Json, Describe(each.Partial)));
        Assert.True(partials.Select(each => each.Json).Distinct().Count() > 20);
    }

    [Fact]
    public void InPiecesOfAnySizeItComesToTheSame()
    {
        var whole = Describe(Read(Answer)!);
        for (var size = 1; size < 40; size++)
        {
            var reader = Ticket.Output.StartPartial();
            TicketOutputPartial? last = null;
            foreach (var piece in Answer.Chunk(size))
            {
                last = reader.Add(new string(piece), out var partial) ? partial : last;
            }

            Assert.Equal(whole, Describe(last!));
        }
    }

    [Theory]
    [InlineData("Sure [1]: ", "")]
    [InlineData("```json\n", "\n```")]
    [InlineData("<think>{\"a\": 1}</think>", "")]
    public void ProseAndFencesAroundItDoNotMatter(string before, string after) =>
        Assert.Equal(Describe(Read(Answer)!), Describe(Read(before + Answer + after)!));

    [Fact]
    public void WhatIsRepairedInTheEndIsRepairedOnTheWay()
    {
        var partial = Read("{'Category': 'Billing', urgency: '1,234', summary: “on the w");

        Assert.Equal(TicketOutputCategory.Billing, partial?.Category);
        Assert.Equal(1234, partial?.Urgency);
        Assert.Equal("on the w", partial?.Summary);
    }

    [Fact]
    public void OutputsThatAreNoObjectsGrowToo()
    {
        var people = People.Output.StartPartial();
        people.Add("""{"value":[{"name":"Ann"},{"na""", out var some);
        Assert.Equal(["Ann", null], some!.Select(person => person.Name));

        var shape = Shape.Output.StartPartial();
        Assert.True(shape.Add("""{"value":{"kind":"group","parts":[{"name":"a""", out var group));
        Assert.Equal("a", Assert.IsType<ShapeOutputGroupPartial>(group).Parts?[0].Name);

        var mood = Mood.Output.StartPartial();
        mood.Add("""{"value":"sa""", out var none);
        Assert.Null(none);
        mood.Add("""d"}""", out var sad);
        Assert.Equal(MoodOutput.Sad, sad);
    }

    [Fact]
    public void EveryTypeOfMemberGrows()
    {
        var reader = Everything.Output.StartPartial();
        reader.Add(
            """{"day":"2026-03-09","time":"14:05","link":"https://a.b/c","anything":{"a":[1]},"level":2,"scores":{"a":1,"b":2},"notes":{"n":"xy""",
            out var partial
        );

        Assert.Equal(new DateOnly(2026, 3, 9), partial?.Day);
        Assert.Equal(new TimeOnly(14, 5), partial?.Time);
        Assert.Equal(new Uri("https://a.b/c"), partial?.Link);
        Assert.Equal("""{"a":[1]}""", partial?.Anything?.GetRawText());
        Assert.Equal(EverythingOutputLevel.Value2, partial?.Level);
        Assert.Equal(2, partial?.Scores?["b"]);
        Assert.Equal("xy", partial?.Notes?["n"]);
        Assert.Equal(["n"], partial?.Notes?.Keys);

        reader.Add("z\"},\"matrix\":[[1,2],[3,", out partial);
        Assert.Equal("xyz", partial?.Notes?["n"]);
        Assert.Equal([1, 2], partial?.Matrix?[0]);
        Assert.Equal([3], partial?.Matrix?[1]);
    }

    [Fact]
    public async Task WhenAnotherAnswerIsAskedForItBeginsAnew()
    {
        _model.Enqueue("""{"category":"sales","urgency":1,"summary":"wrong"}""", Answer);
        var stream = new Session(_model).Chat(Ticket).SendStreamingAsync("hi", Token);

        var summaries = new List<string?>();
        await foreach (var partial in stream.PartialOutputs)
        {
            summaries.Add(partial?.Summary);
        }

        Assert.Contains("wrong", summaries);
        Assert.Null(summaries[summaries.LastIndexOf("wrong") + 1]);
        Assert.Equal("two words", summaries[^1]);
        Assert.Equal("two words", (await stream.Reply).Output.Summary);
    }

    [Theory]
    [InlineData("""{"category":"billing","urgency":1,"summary":""" + "\"", "some words ")]
    [InlineData("""{"category":"billing","urgency":1,"tags":[""", "\"a tag\", ")]
    [InlineData("""{"category":"billing","urgency":1,"steps":[""", "{\"title\":\"step\"}, ")]
    [InlineData("""{"category":"billing","urgency":1,"tags":[""" + "\"", "some words ")]
    public void WhatAPieceCostsDoesNotDependOnWhatCameBefore(string begin, string piece)
    {
        const int pieces = 20_000;
        const int measured = 1_000;
        var reader = Ticket.Output.StartPartial();
        reader.Add(begin, out _);
        var costs = new long[pieces / measured];
        for (var index = 0; index < pieces; index++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            reader.Add(piece, out _);
            costs[index / measured] += GC.GetAllocatedBytesForCurrentThread() - before;
        }

        // Lists grow by doubling, so that single pieces cost more. On the whole the last thousand cost what the second thousand did.
        Assert.InRange(costs[^2..].Average() / costs[1..5].Average(), 0, 2);
    }

    private static TicketOutputPartial? Read(string text)
    {
        Ticket.Output.StartPartial().Add(text, out var partial);
        return partial;
    }

    private static string Describe(TicketOutputPartial partial) =>
        JsonSerializer.Serialize(
            new
            {
                partial.Category,
                partial.Urgency,
                partial.Summary,
                partial.Confidence,
                partial.Resolved,
                partial.Tags,
                Contact = partial.Contact is null ? null : $"{partial.Contact.Name} {partial.Contact.Email}",
                Steps = partial.Steps?.Select(step => $"{step.Title} {step.Minutes}"),
            }
        );
}
