using PromptKit.Compiler.Text;
using Scriban.Syntax;

namespace PromptKit.Compiler.Templates;

/// <summary>What to call a part of a template in a message, and which token to point at.</summary>
internal sealed record Construct(string Name, TextRange Range)
{
    public static Construct Of(ScriptNode node) =>
        node switch
        {
            ScriptExpressionStatement { Expression: { } expression } => Of(expression),
            ScriptIfStatement => Keyword(node, "if"),
            ScriptForStatement and not ScriptTableRowStatement => Keyword(node, "for"),
            ScriptTableRowStatement => Keyword(node, "tablerow"),
            ScriptWhileStatement => Keyword(node, "while"),
            ScriptCaseStatement => Keyword(node, "case"),
            ScriptCaptureStatement => Keyword(node, "capture"),
            ScriptFunction => Keyword(node, "func"),
            ScriptImportStatement => Keyword(node, "import"),
            ScriptReadOnlyStatement => Keyword(node, "readonly"),
            ScriptReturnStatement => Keyword(node, "ret"),
            ScriptWithStatement => Keyword(node, "with"),
            ScriptWrapStatement => Keyword(node, "wrap"),
            ScriptBreakStatement => Keyword(node, "break"),
            ScriptContinueStatement => Keyword(node, "continue"),
            ScriptFunctionCall { Target: { } target } => new Construct($"The function '{target}'", RangeOf(target)),
            ScriptPipeCall { To: { } to } => new Construct("A pipe", RangeOf(to)),
            ScriptAssignExpression { Target: { } target } => new Construct($"The assignment to '{target}'", RangeOf(target)),
            ScriptMemberExpression { Member: { } member } => new Construct($"The member '{member}'", RangeOf(member)),
            ScriptIndexerExpression => new Construct("An index", RangeOf(node)),
            ScriptLiteral or ScriptInterpolatedStringExpression => new Construct("A literal", RangeOf(node)),
            ScriptVariableLocal local => new Construct($"The local '{local}'", RangeOf(node)),
            ScriptBinaryExpression or ScriptUnaryExpression or ScriptIncrementDecrementExpression => new Construct(
                "An operator",
                RangeOf(node)
            ),
            _ => new Construct("This construct", RangeOf(node)),
        };

    private static Construct Keyword(ScriptNode statement, string keyword)
    {
        var start = RangeOf(statement).Start;
        return new Construct($"'{keyword}'", new TextRange(start, start + keyword.Length));
    }

    private static TextRange RangeOf(ScriptNode node) => ScribanSpans.ToRange(node.Span, int.MaxValue);
}
