using System.Globalization;
using System.Text.Json;
using PromptKit.Generators.Tests.Differential;
using Scriban;
using Scriban.Runtime;

namespace PromptKit.Generators.Tests.GeneratedCode;

/// <summary>The functions that give something else each time, so that their texts cannot be compared with Scriban's.</summary>
public sealed class ChangingFunctionTests
{
    private const string Clock = "%Y-%m-%d %H:%M:%S";

    [Fact]
    public void DateNowIsTheLocalTime()
    {
        var earliest = TimeProvider.System.GetLocalNow().DateTime;
        var rendered = Render($"{{{{ date.now | date.to_string \"{Clock}\" }}}}");

        AssertWithin(earliest, Moment(rendered), TimeProvider.System.GetLocalNow().DateTime);
    }

    [Fact]
    public void DateUtcNowIsTheTimeInUtc()
    {
        var earliest = TimeProvider.System.GetUtcNow().DateTime;
        var rendered = Render($"{{{{ date.utc_now | date.to_string \"{Clock}\" }}}}");

        AssertWithin(earliest, Moment(rendered), TimeProvider.System.GetUtcNow().DateTime);
    }

    [Fact]
    public void BothPrintAsAnyDateDoes()
    {
        var before = TimeProvider.System.GetUtcNow();
        var rendered = Render("{{ date.utc_now }}|{{ date.utc_now.year }}").Split('|');
        string[] days = [DayOf(before), DayOf(TimeProvider.System.GetUtcNow())];

        Assert.Contains(rendered[0], days);
        Assert.EndsWith(rendered[1], rendered[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3, 6)]
    [InlineData(-2, 1)]
    [InlineData(int.MaxValue - 1, int.MaxValue)]
    [InlineData(7, 8)]
    public void MathRandomGivesEveryIntegerOfItsRangeAndNoOther(int least, int most)
    {
        using var loaded = Load("{{ math.random n m }}");
        var expected = Enumerable.Range(least, Math.Min(3, most - least)).Select(one => one.ToString(CultureInfo.InvariantCulture));
        var prompt = loaded.Prompt("App.TPrompt");
        // That one of three is missing among so many has a chance of less than 10^-100.
        var given = Enumerable.Range(0, 600).Select(_ => TextOf(prompt, least, most)).Distinct(StringComparer.Ordinal);

        Assert.Equal(expected.Order(StringComparer.Ordinal), given.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(6, 3)]
    [InlineData(3, 3)]
    [InlineData(3, 4)]
    public void MathRandomFailsForARangeOfNothingWhereScribanDoes(int least, int most)
    {
        using var loaded = Load("{{ math.random n m }}");
        var prompt = loaded.Prompt("App.TPrompt");
        var model = new ScriptObject { ["n"] = least, ["m"] = most };
        var isEmpty = Reference.Render(Template.Parse("{{ math.random n m }}"), model, out _) is null;

        var failure = Record.Exception(() => TextOf(prompt, least, most));

        Assert.Equal(isEmpty ? typeof(PromptRenderException) : null, failure?.GetType());
    }

    [Fact]
    public void MathUuidIsANewOneEachTime_WrittenAsScribanWritesIt()
    {
        var ids = Render("{{ math.uuid }}|{{ math.uuid }}").Split('|');

        Assert.NotEqual(ids[0], ids[1]);
        Assert.All(ids, id => Assert.Matches("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", id));
        Assert.Matches("^[0-9a-f]{8}-", Reference.Render(Template.Parse("{{ math.uuid }}"), [], out _));
    }

    private static string Render(string template)
    {
        using var loaded = Load(template);
        return TextOf(loaded.Prompt("App.TPrompt"), 1, 2);
    }

    private static LoadedAssembly Load(string template) =>
        TestProject
            .With("t.prompt", $"---\ninput:\n  schema:\n    n: integer\n    m: integer\n---\n{template}")
            .Silence("PK4104")
            .Run()
            .Load();

    private static string TextOf(Prompt prompt, int n, int m) =>
        prompt.Render(JsonElement.Parse($"{{\"n\": {n}, \"m\": {m}}}")).Messages[0].Text;

    private static DateTime Moment(string text) => DateTime.ParseExact(text, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static string DayOf(DateTimeOffset moment) => moment.ToString("dd MMM yyyy", CultureInfo.InvariantCulture);

    // The text has no fraction of the second.
    private static void AssertWithin(DateTime earliest, DateTime actual, DateTime latest) =>
        Assert.InRange(actual, earliest.AddSeconds(-1), latest);
}
