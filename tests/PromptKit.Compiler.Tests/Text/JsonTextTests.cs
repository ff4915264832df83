using System.Text.Json;

namespace PromptKit.Compiler.Tests.Text;

public sealed class JsonTextTests
{
    [Fact]
    public void AQuotedStringReadsBackAsItself()
    {
        var random = TestSeed.For(nameof(AQuotedStringReadsBackAsItself));
        for (var i = 0; i < 3_000 * TestSeed.Scale; i++)
        {
            var text = RandomText.Next(random, 8);
            if (RandomText.IsWellFormed(text))
            {
                Assert.Equal(text, JsonSerializer.Deserialize<string>(JsonText.Quote(text)));
            }
        }
    }

    [Fact]
    public void OnlyLoneSurrogatesAreEscaped()
    {
        Assert.Equal("\"a\\ud800\"", JsonText.Quote("a\ud800"));
        Assert.Equal("\"\\udc00a\"", JsonText.Quote("\udc00a"));
        Assert.Equal("\"🎉\"", JsonText.Quote("\ud83c\udf89"));
        Assert.Equal("\"\\ud83c🎉\"", JsonText.Quote("\ud83c\ud83c\udf89"));
    }
}
