using PromptKit.Compiler.Diagnostics;
using PromptKit.Compiler.FrontMatter;

namespace PromptKit.Compiler.Tests.FrontMatter;

/// <summary>What the tree says and where each part of it stands.</summary>
public sealed class YamlReaderTests
{
    [Theory]
    [InlineData("a: text", "text")]
    [InlineData("a:   text   ", "text")]
    [InlineData("a: \"quo\\ted\"", "\"quo\\ted\"")]
    [InlineData("a: 'it''s'", "'it''s'")]
    [InlineData("a: text # comment", "text")]
    [InlineData("a: [1, 2]", "[1, 2]")]
    [InlineData("a: { b: 1 }", "{ b: 1 }")]
    [InlineData("a:\n  - 1\n  - 2\nb: 1", "- 1\n  - 2")]
    [InlineData("a:\n  b: 1\n  c: 2\n\nb: 1", "b: 1\n  c: 2")]
    [InlineData("a: |\n  one\n  two\n\nb: 1", "|\n  one\n  two")]
    [InlineData("a: one\n  two\nb: 1", "one\n  two")]
    [InlineData("\"🎉\": 1\na: x", "x")]
    public void AValueStandsWhereItIsWritten(string yaml, string expected)
    {
        var text = new PromptText("/app/x.prompt", yaml);
        var value = Read(text).Root["a"]!;

        Assert.Equal(expected, text[value.Range]);
    }

    [Theory]
    [InlineData("~", "nothing")]
    [InlineData("null", "nothing")]
    [InlineData("", "nothing")]
    [InlineData("true", "a boolean")]
    [InlineData("True", "a string")]
    [InlineData("yes", "a string")]
    [InlineData("1", "a number")]
    [InlineData("-1.5e3", "a number")]
    [InlineData(".5", "a number")]
    [InlineData("1_000", "a string")]
    [InlineData("0x10", "a string")]
    [InlineData("1:30", "a string")]
    [InlineData("2026-01-02", "a string")]
    [InlineData("'1'", "a string")]
    [InlineData("\"null\"", "a string")]
    [InlineData("[]", "a list")]
    [InlineData("{}", "a map")]
    public void OnlyTheCoreSchemaHasTypes(string value, string kind) =>
        Assert.Equal(kind, Read(new PromptText("/app/x.prompt", $"a: {value}\n")).Root["a"]!.Kind);

    [Fact]
    public void ABrokenBlockLosesOnlyItself()
    {
        var text = new PromptText("/app/x.prompt", "a: 1\nb: [1, 2\nc: 3\n");
        var reading = Read(text, errors: 1);

        Assert.Equal(["a", "c"], reading.Root.Entries.Select(entry => entry.Key.Value));
        Assert.Equal(["b"], reading.LostKeys);
    }

    [Fact]
    public void EveryRangeOfATreeLiesInItsParent()
    {
        var random = TestSeed.For(nameof(EveryRangeOfATreeLiesInItsParent));
        for (var i = 0; i < 2_000 * TestSeed.Scale; i++)
        {
            var text = new PromptText("/app/x.prompt", RandomYaml.Next(random));
            var diagnostics = new DiagnosticBag(text);
            var root = YamlReader.Read(text, new TextRange(0, text.Content.Length), YamlSubject.FrontMatter, diagnostics).Root;
            foreach (var entry in root.Entries)
            {
                CheckRanges(entry.Key, new TextRange(0, text.Content.Length));
                CheckRanges(entry.Value, new TextRange(0, text.Content.Length));
            }
        }
    }

    private static void CheckRanges(FrontMatterNode node, TextRange parent)
    {
        Assert.InRange(node.Range.Start, parent.Start, parent.End);
        Assert.InRange(node.Range.End, node.Range.Start, parent.End);
        var children = node switch
        {
            MapNode map => map.Entries.SelectMany(entry => new[] { entry.Key, entry.Value }),
            ListNode list => list.Items,
            _ => [],
        };
        Assert.All(children, child => CheckRanges(child, node.Range));
    }

    private static YamlReading Read(PromptText text, int errors = 0)
    {
        var diagnostics = new DiagnosticBag(text);
        var reading = YamlReader.Read(text, new TextRange(0, text.Content.Length), YamlSubject.FrontMatter, diagnostics);
        Assert.Equal(errors, diagnostics.Count);
        return reading;
    }
}
