using PromptKit.Compiler.Text;
using Scriban.Syntax;

namespace PromptKit.Compiler.Templates;

/// <summary>A part of a template that prompts do not have: what to call it, which token to point at, and what to write instead.</summary>
internal sealed record Construct(string Name, TextRange Range, string Remedy = Construct.ComputeInCode)
{
    private const string ComputeInCode = "Compute the value in C# and pass it as an input.";
    private const string NothingChanges = "Values never change; give a local of a name of your own its value: {{ x = … }}.";

    public static Construct Of(ScriptNode node) =>
        node switch
        {
            ScriptExpressionStatement { Expression: { } expression } => Of(expression),
            ScriptTableRowStatement => Keyword(node, "tablerow", "Write the rows with a 'for'."),
            ScriptFunction => Keyword(node, "func", "Put the text into a partial, '_name.prompt', and write {{ include \"name\" }}."),
            ScriptImportStatement => Keyword(node, "import", "Inputs are declared under 'input: { schema: … }'; name them directly."),
            ScriptReadOnlyStatement => Keyword(node, "readonly", "Inputs and loop variables never change; remove it."),
            ScriptReturnStatement => Keyword(node, "ret", "Put what follows into an 'if'."),
            ScriptWithStatement => Keyword(node, "with", "Write the object before each of its members: 'home.city'."),
            ScriptWrapStatement => Keyword(node, "wrap", "Keep the text with 'capture', and give it to an 'include'."),
            ScriptThisExpression => new Construct("'this'", RangeOf(node), "Name the input itself; 'json this' writes all of them."),
            ScriptFunctionCall { Target: { } target } => new Construct($"The function '{target}'", RangeOf(target)),
            ScriptPipeCall { To: { } to } => new Construct("A pipe", RangeOf(to)),
            ScriptIncrementDecrementExpression { Right: { } target } step => OfStep(step, target),
            ScriptAssignExpression { Target: { } target } => new Construct($"An assignment to '{target}'", RangeOf(target), NothingChanges),
            ScriptMemberExpression { Member: { } member } => new Construct($"The member '{member}'", RangeOf(member)),
            ScriptVariableLocal local => new Construct($"'{local}' here", RangeOf(node), "Name an input or a local."),
            ScriptBinaryExpression binary => new Construct($"The operator '{binary.OperatorAsText}'", RangeOf(node)),
            ScriptLiteral => new Construct($"'{node}' in place of a name", RangeOf(node), "Write a name of your own, without quotes."),
            ScriptUnaryExpression unary => new Construct($"The operator '{unary.OperatorAsText}'", RangeOf(node)),
            _ => new Construct("This construct", RangeOf(node)),
        };

    // Of a value that cannot be counted, the value is the mistake; else it is counting inside of an expression.
    private static Construct OfStep(ScriptIncrementDecrementExpression step, ScriptExpression target)
    {
        var symbol = step.Operator == ScriptUnaryOperator.Increment ? "++" : "--";
        return target is ScriptVariableGlobal
            ? new Construct(
                $"'{symbol}' inside of an expression",
                RangeOf(step),
                $"Count in a tag of its own: {{{{ {target} {symbol[0]}= 1 }}}}."
            )
            : new Construct($"'{symbol}' of '{target}'", RangeOf(target), NothingChanges);
    }

    private static Construct Keyword(ScriptNode statement, string keyword, string remedy)
    {
        var start = RangeOf(statement).Start;
        return new Construct($"'{keyword}'", new TextRange(start, start + keyword.Length), remedy);
    }

    private static TextRange RangeOf(ScriptNode node) => ScribanSpans.ToRange(node.Span, int.MaxValue);
}
