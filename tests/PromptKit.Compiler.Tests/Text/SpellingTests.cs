namespace PromptKit.Compiler.Tests.Text;

public sealed class SpellingTests
{
    private static readonly string[] Keys = ["name", "description", "model", "config", "input", "output", "metadata"];

    [Theory]
    [InlineData("nmae", "name")]
    [InlineData("Model", "model")]
    [InlineData("modle", "model")]
    [InlineData("descripton", "description")]
    [InlineData("desciprtion", "description")]
    [InlineData("inputs", "input")]
    [InlineData("meta_data", "metadata")]
    [InlineData("flavour", null)]
    [InlineData("x", null)]
    [InlineData("", null)]
    [InlineData("noutput", "output")]
    public void OnlyACloseNameIsSuggested(string word, string? expected) => Assert.Equal(expected, Spelling.Closest(word, Keys));

    [Fact]
    public void AWordOfOtherLettersIsNeverSuggested() => Assert.Null(Spelling.Closest("a", ["b", "c"]));

    [Fact]
    public void TheFirstOfSeveralEquallyCloseNamesWins() => Assert.Equal("top", Spelling.Closest("tap", ["top", "tip"]));

    [Fact]
    public void NothingToSuggestIsTheEmptyString()
    {
        Assert.Equal("", Spelling.Suggest("flavour", Keys));
        Assert.Equal(" Did you mean 'model'?", Spelling.Suggest("modle", Keys));
    }

    [Fact]
    public void ANameIsAlwaysClosestToItself() => Assert.All(Keys, key => Assert.Equal(key, Spelling.Closest(key, Keys)));

    [Fact]
    public void LongWordsAreGivenUpAtOnce() => Assert.Null(Spelling.Closest(new string('x', 100_000), Keys));
}
