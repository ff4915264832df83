namespace PromptKit.Compiler.Tests.Text;

public sealed class PromptTextTests
{
    [Theory]
    [InlineData("a\nb", "a\nb")]
    [InlineData("a\r\nb", "a\nb")]
    [InlineData("a\rb", "a\nb")]
    [InlineData("\uFEFFa", "a")]
    [InlineData("\uFEFF\r\na", "\na")]
    [InlineData("a\uFEFF", "a\uFEFF")]
    [InlineData("a\r\r\n\nb", "a\r\n\nb")]
    [InlineData("", "")]
    [InlineData("\r", "\n")]
    public void LineEndsAreReadAsOneAndAByteOrderMarkIsNot(string file, string content) =>
        Assert.Equal(content, new PromptText("/app/x.prompt", file).Content);

    [Fact]
    public void APlaceCountsAsTheFileOnDiskDoes()
    {
        var text = new PromptText("/app/x.prompt", "\uFEFFab\r\ncd\r\n🎉ef");
        var start = text.Content.IndexOf('e', StringComparison.Ordinal);

        var place = text.Locate(new TextRange(start, start + 2));

        Assert.Equal(new SourcePlace("/app/x.prompt", 11, 2, 2, 2, 2, 4), place);
    }

    [Fact]
    public void ARangeOverLinesEndsWhereItsLastCharacterDoes()
    {
        var text = new PromptText("/app/x.prompt", "ab\r\ncd");

        var place = text.Locate(new TextRange(1, 4));

        Assert.Equal(new SourcePlace("/app/x.prompt", 1, 4, 0, 1, 1, 1), place);
    }

    [Fact]
    public void EveryCharacterIsFoundInTheFile()
    {
        var random = TestSeed.For(nameof(EveryCharacterIsFoundInTheFile));
        string[] pieces = ["a", "b", "\n", "\r\n", "\r", "\t", "🎉", "\uFEFF"];
        for (var i = 0; i < 2_000 * TestSeed.Scale; i++)
        {
            var file = string.Concat(Enumerable.Range(0, random.Next(30)).Select(_ => pieces[random.Next(pieces.Length)]));
            CheckEveryPlace(new PromptText("/app/x.prompt", file), file);
        }
    }

    private static void CheckEveryPlace(PromptText text, string file)
    {
        for (var offset = 0; offset < text.Content.Length; offset++)
        {
            var place = text.Locate(new TextRange(offset, offset + 1));
            var before = file[..place.Start];
            Assert.Equal(text.Content[offset] == '\r' ? '\n' : text.Content[offset], file[place.Start] == '\r' ? '\n' : file[place.Start]);
            Assert.Equal(before.Count(c => c == '\n') + LoneReturns(before, file), place.StartLine);
            Assert.Equal(place.StartLine, text.LineOf(offset));
            Assert.Equal(place.StartColumn, text.ColumnOf(offset));
        }

        var end = text.Locate(TextRange.At(text.Content.Length));
        Assert.Equal(file.Length, end.Start);
    }

    private static int LoneReturns(string before, string file) =>
        before.Where((c, i) => c == '\r' && (i + 1 >= file.Length || file[i + 1] != '\n')).Count();
}
