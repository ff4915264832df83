using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PromptKit.Compiler.Emission;

namespace PromptKit.Compiler.Tests.Emission;

/// <summary>Nothing that a prompt holds can break out of the place in C# that it is written to.</summary>
public sealed class CSharpTextTests
{
    private static int Count => 3_000 * TestSeed.Scale;

    [Fact]
    public void ALiteralIsOneTokenAndReadsBackAsItsText() =>
        ForRandomTexts(
            nameof(ALiteralIsOneTokenAndReadsBackAsItsText),
            text =>
            {
                var literal = CSharpText.Literal(text);
                var token = SyntaxFactory.ParseToken(literal);
                Assert.Equal(text, token.ValueText);
                Assert.Equal(literal.Length, token.FullSpan.Length);
                Assert.False(token.ContainsDiagnostics);
            }
        );

    [Fact]
    public void AMultilineLiteralIsOneConstantAndReadsBackAsItsText() =>
        ForRandomTexts(
            nameof(AMultilineLiteralIsOneConstantAndReadsBackAsItsText),
            text =>
            {
                var expression = SyntaxFactory.ParseExpression(CSharpText.MultilineLiteral(text));
                Assert.Empty(expression.GetDiagnostics());
                Assert.All(
                    expression.DescendantNodesAndSelf(),
                    node => Assert.True(node is LiteralExpressionSyntax or BinaryExpressionSyntax)
                );
                Assert.Equal(text, string.Concat(expression.DescendantTokens().Where(IsString).Select(token => token.ValueText)));
            }
        );

    [Fact]
    public void ALiteralHidesNothingFromItsReader() =>
        Assert.Equal(@"""\u202E\u200B\u0085\u2028\uFEFF""", CSharpText.Literal("\u202e\u200b\u0085\u2028\ufeff"));

    [Fact]
    public void ACommentStaysOnItsLine() =>
        ForRandomTexts(
            nameof(ACommentStaysOnItsLine),
            text =>
            {
                var token = SyntaxFactory.ParseToken($"// {CSharpText.Comment(text)}\nx");
                Assert.Equal("x", token.ValueText);
                Assert.Equal(
                    [SyntaxKind.SingleLineCommentTrivia, SyntaxKind.EndOfLineTrivia],
                    token.LeadingTrivia.Select(trivia => trivia.Kind())
                );
            }
        );

    [Fact]
    public void ADocumentationCommentIsXmlThatReadsBack() =>
        ForRandomTexts(
            nameof(ADocumentationCommentIsXmlThatReadsBack),
            text =>
            {
                var element = XElement.Parse($"<summary>{CSharpText.Documentation(text)}</summary>", LoadOptions.PreserveWhitespace);
                Assert.Empty(element.Elements());
                Assert.Equal(text.Count(c => c is '<' or '&'), element.Value.Count(c => c is '<' or '&'));
            }
        );

    [Fact]
    public void ADocumentationCommentEndsItsLinesOnlyWhereTheTextDoes() =>
        ForRandomTexts(
            nameof(ADocumentationCommentEndsItsLinesOnlyWhereTheTextDoes),
            text =>
            {
                var written = CSharpText.Documentation(text);
                Assert.Equal(text.Count(c => c == '\n'), written.Count(c => c == '\n'));
                Assert.DoesNotContain(written, c => c is '\r' or '\u0085' or '\u2028' or '\u2029');
            }
        );

    [Fact]
    public void ALineDirectiveNamesExactlyTheFileOrIsLeftOut() =>
        ForRandomTexts(
            nameof(ALineDirectiveNamesExactlyTheFileOrIsLeftOut),
            path =>
            {
                if (CSharpText.LineFile(path) is not { } file)
                {
                    return;
                }

                var root = CSharpSyntaxTree.ParseText($"#line 7 {file}\nclass C;").GetRoot();
                var directive = Assert.IsType<LineDirectiveTriviaSyntax>(root.GetFirstDirective());
                Assert.Equal(path, directive.File.ValueText);
                Assert.Empty(root.GetDiagnostics());
                Assert.Single(root.DescendantNodes(), node => node is ClassDeclarationSyntax);
            }
        );

    private static bool IsString(SyntaxToken token) => token.IsKind(SyntaxKind.StringLiteralToken);

    private static void ForRandomTexts(string test, Action<string> law)
    {
        var random = TestSeed.For(test);
        for (var i = 0; i < Count; i++)
        {
            var text = i % 4 == 0 ? RandomText.NextCodeUnits(random, 20) : RandomText.Next(random, 10);
            try
            {
                law(text);
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"{TestSeed.Describe(i)}: {JsonText.Quote(text)}", exception);
            }
        }
    }
}
