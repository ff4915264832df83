using System.Text.RegularExpressions;

namespace PromptKit.Generators.Tests.Types;

/// <summary>JSON may escape half of a surrogate pair, in names too, which System.Text.Json parses and then refuses to read.</summary>
public sealed class HalfCharacterTests
{
    private const string Schema = """
        ---
        input:
          schema:
            name: string
            anything: any
            prices:
              (*): number
        ---

        """;

    [Theory]
    [InlineData("{{ name }}", "<d83c>")]
    [InlineData("{{ anything }}", "{\"<d800>\": 1, a: 2}")]
    [InlineData("{{ anything?.a }}{{ anything?.b }}", "2")]
    [InlineData("{{ if anything }}{{ for entry in anything }}{{ entry?.key }}={{ entry?.value }};{{ end }}{{ end }}", "<d800>=1;a=2;")]
    [InlineData("{{ json anything }}", "{\"\\ud800\":1,\"a\":2}")]
    [InlineData("{{ prices['x'] }}{{ prices.y }}", "2.5")]
    [InlineData("{{ for price in prices }}{{ price.key }}={{ price.value }};{{ end }}", "<dc00>=1.5;x=2.5;")]
    [InlineData("{{ json prices }}", "{\"\ufffd\":1.5,\"x\":2.5}")]
    [InlineData("{{ prices }}", "{\"\ufffd\": 1.5, x: 2.5}")]
    [InlineData("{{ json this }}", "{\"name\":\"\ufffd\",\"anything\":{\"\\ud800\":1,\"a\":2},\"prices\":{\"\ufffd\":1.5,\"x\":2.5}}")]
    public void ItIsReadAndPrinted(string body, string expected)
    {
        var json = """{"name": "\ud83c", "anything": {"\ud800": 1, "a": 2}, "prices": {"\udc00": 1.5, "x": 2.5}}""";

        Assert.Equal(Halves(expected), Render(body, json));
    }

    [Theory]
    [InlineData("""{"\ud800": 1, "name": "n", "anything": 1, "prices": {}}""", "<d800> is not a member")]
    [InlineData("""{"name": "n", "anything": 1, "\udc00": 1, "\udc00": 2, "prices": {}}""", "<dc00> is not a member|<dc00> is given twice")]
    [InlineData("""{"name": "n", "anything": 1, "prices": {"\ud800": "a"}}""", "must be a number, but is a string")]
    public void WhatDoesNotFitIsListedAsAnyOther(string json, string expected)
    {
        var exception = Assert.Throws<PromptInputException>(() => Render("{{ name }}", json));

        Assert.EndsWith(Halves(expected), string.Join('|', exception.Mismatches), StringComparison.Ordinal);
    }

    // An attribute cannot hold them.
    private static string Halves(string text) =>
        Regex.Replace(
            text,
            "<(?<half>d[0-9a-f]{3})>",
            match => ((char)Convert.ToUInt16(match.Groups["half"].Value, 16)).ToString(),
            RegexOptions.ExplicitCapture,
            TimeSpan.FromSeconds(1)
        );

    private static string Render(string body, string json)
    {
        using var loaded = TestProject.With("x.prompt", Schema + body).Silence("PK4103", "PK4104").Run().Load();
        return loaded.Prompt("App.XPrompt").Render(System.Text.Json.JsonElement.Parse(json)).Messages[0].Text;
    }
}
