using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using static PromptKit.Tests.Prompts.Outputs;

namespace PromptKit.Tests.Outputs;

/// <summary>What generated code makes of answers, case by case. PROMPTKIT_UPDATE=1 rewrites what is expected.</summary>
public sealed class OutputCaseTests
{
    private static readonly Dictionary<string, Func<string, string>> s_readers = new(StringComparer.Ordinal)
    {
        ["ticket"] = text => Describe(Ticket.Output, text, value => Json(value, TicketOutput.JsonTypeInfo)),
        ["everything"] = text => Describe(Everything.Output, text, value => Json(value, EverythingOutput.JsonTypeInfo)),
        ["shape"] = text => Describe(Shape.Output, text, value => Json(value, ShapeOutput.JsonTypeInfo)),
        ["settings"] = text => Describe(Settings.Output, text, value => Json(value, SettingsOutput.JsonTypeInfo)),
        ["mood"] = text => Describe(Mood.Output, text, value => value.ToString()),
        ["count"] = text => Describe(Count.Output, text, value => $"{value}"),
        ["people"] = text =>
            Describe(
                People.Output,
                text,
                value => $"[{string.Join(',', value.Select(item => Json(item, PeopleOutputItem.JsonTypeInfo)))}]"
            ),
    };

    public static TheoryData<string, string> Cases()
    {
        Update();
        return new(All(Path.Combine(AppContext.BaseDirectory, "Outputs", "Cases")).Select(each => (each.File, each.Title)));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void AnAnswerIsReadAsItsCaseSays(string file, string title)
    {
        var each = All(Path.Combine(AppContext.BaseDirectory, "Outputs", "Cases")).Single(each => each.File == file && each.Title == title);

        Assert.Equal(each.Expected, s_readers[each.Prompt](each.Text));
    }

    [Fact]
    public void ThereAreManyCases_AndNoTwoHaveOneName()
    {
        var cases = All(Path.Combine(AppContext.BaseDirectory, "Outputs", "Cases")).ToList();

        Assert.True(cases.Count >= 250, $"{cases.Count} cases");
        Assert.Equal(cases.Count, cases.Select(each => (each.File, each.Title)).Distinct().Count());
    }

    private static IEnumerable<OutputCase> All(string folder) =>
        Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal).SelectMany(OutputCase.Read);

    private static string Describe<T>(PromptOutput<T> output, string text, Func<T, string> json)
    {
        try
        {
            var value = output.Read(text, out var repairs);
            return $"--> {json(value)}{(repairs.Count == 0 ? "" : "\n~~~ " + string.Join(' ', repairs.Select(repair => repair.Kind).Distinct()))}";
        }
        catch (OutputFormatException exception)
        {
            Assert.Equal(text, exception.RawText);
            return string.Join('\n', exception.Mismatches.Select(mismatch => $"!!! {mismatch}"));
        }
    }

    private static string Json<T>(T value, JsonTypeInfo<T> type)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            JsonSerializer.Serialize(writer, value, type);
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Update([CallerFilePath] string source = "")
    {
        if (Environment.GetEnvironmentVariable("PROMPTKIT_UPDATE") != "1")
        {
            return;
        }

        foreach (var path in Directory.GetFiles(Path.Combine(Path.GetDirectoryName(source)!, "Cases"), "*.txt"))
        {
            var cases = OutputCase.Read(path).Select(each => each with { Expected = s_readers[each.Prompt](each.Text) });
            var text = OutputCase.Write(cases);
            File.WriteAllText(path, text);
            File.WriteAllText(Path.Combine(AppContext.BaseDirectory, "Outputs", "Cases", Path.GetFileName(path)), text);
        }
    }
}
