namespace PromptKit.Generators.Tests.Types;

/// <summary>DESIGN §5: equal hash ⇔ the same thing is sent.</summary>
public sealed class SourceHashTests
{
    private const string Start = "---\n";

    private const string Original =
        Start
        + "model: m\nconfig: { temperature: 0.2 }\ntools: [a?]\ninput:\n  schema:\n    name: string, who\n  default: { name: Ada }\n"
        + "output: { schema: { a: string } }\n---\nHello {{ name }}\n";

    [Theory]
    [InlineData("\n---\nHello", "\n---\nHello")]
    [InlineData("---\nmodel", "# About this file\n---\n# And this key\nmodel")]
    [InlineData("config: { temperature: 0.2 }", "config:\n    temperature: 0.20   # low")]
    [InlineData("model: m", "model: \"m\"")]
    [InlineData("{{ name }}", "{{name}}")]
    [InlineData("{{ name }}", "{{ name # a comment\n}}")]
    [InlineData("tools: [a?]", "tools:\n- a?")]
    [InlineData("model: m", "model: m\nmetadata: { owner: me }")]
    public void CommentsAndFormattingChangeNothing(string text, string replacement) =>
        Assert.Equal(Hash(Original), Hash(Original.Replace(text, replacement, StringComparison.Ordinal)));

    [Fact]
    public void LineEndsAndAByteOrderMarkChangeNoGeneratedCode()
    {
        var code = TestProject.With("x.prompt", Original).Run().Code;

        Assert.Equal(code, TestProject.With("x.prompt", Original.ReplaceLineEndings("\r\n")).Run().Code);
        Assert.Equal(code, TestProject.With("x.prompt", "\uFEFF" + Original).Run().Code);
        Assert.Equal(code, TestProject.With("x.prompt", "\uFEFF" + Original.ReplaceLineEndings("\r\n")).Run().Code);
    }

    [Theory]
    [InlineData("Hello", "Goodbye")]
    [InlineData("name: string, who", "name: string, whom")]
    [InlineData("name: string", "name?: string")]
    [InlineData("name: Ada", "name: Bob")]
    [InlineData("temperature: 0.2", "temperature: 0.3")]
    [InlineData("temperature", "topP")]
    [InlineData("model: m", "model: n")]
    [InlineData("tools: [a?]", "tools: [b?]")]
    [InlineData("tools: [a?]", "tools: [a?]\ntoolChoice: a")]
    [InlineData("tools: [a?]", "tools: [a?]\nagents: [other]")]
    [InlineData("{ a: string }", "{ a: integer }")]
    [InlineData("Hello", "{{ role \"user\" }}Hello")]
    public void WhatIsSentChangesIt(string text, string replacement) =>
        Assert.NotEqual(Hash(Original), Hash(Original.Replace(text, replacement, StringComparison.Ordinal)));

    [Fact]
    public void ItIsSixteenHexadecimalDigits() => Assert.Matches("^[0-9a-f]{16}$", Hash(Original));

    private static string Hash(string prompt)
    {
        using var assembly = TestProject.With("x.prompt", prompt).Run().Load();
        return assembly.Prompt("App.XPrompt").SourceHash;
    }
}
