using Microsoft.CodeAnalysis.CSharp;

namespace PromptKit.Compiler.Tests.Text;

public sealed class PascalCaseTests
{
    [Theory]
    [InlineData("triage_agent", "TriageAgent")]
    [InlineData("triage-agent", "TriageAgent")]
    [InlineData("triage agent", "TriageAgent")]
    [InlineData("TriageAgent", "TriageAgent")]
    [InlineData("triageAgent", "TriageAgent")]
    [InlineData("q&a", "QA")]
    [InlineData("1st", "_1st")]
    [InlineData("gpt-4.1", "Gpt41")]
    [InlineData("größe", "Größe")]
    [InlineData("漢字", "漢字")]
    [InlineData("🎉", "")]
    [InlineData("__", "")]
    [InlineData("", "")]
    public void WordsAreJoinedInPascalCase(string name, string expected) => Assert.Equal(expected, PascalCase.Of(name));

    [Fact]
    public void WhateverANameHolds_TheResultIsAnIdentifierOrEmpty()
    {
        var random = TestSeed.For(nameof(WhateverANameHolds_TheResultIsAnIdentifierOrEmpty));
        for (var i = 0; i < 5_000 * TestSeed.Scale; i++)
        {
            var name = i % 2 == 0 ? RandomText.Next(random, 6) : RandomText.NextCodeUnits(random, 12);
            var identifier = PascalCase.Of(name);
            Assert.True(identifier.Length == 0 || SyntaxFacts.IsValidIdentifier(identifier), $"{TestSeed.Describe(i)}: '{identifier}'");
        }
    }
}
