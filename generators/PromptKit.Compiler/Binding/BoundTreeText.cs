using System.Globalization;
using PromptKit.Compiler.Binding.Model;

namespace PromptKit.Compiler.Binding;

/// <summary>Writes bound statements as text that is equal exactly when they do the same: places and the names of locals do not count.</summary>
internal sealed class BoundTreeText
{
    private readonly Dictionary<string, int> _locals = new(StringComparer.Ordinal);
    private readonly List<string> _parts = [];
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private bool _mayFail;

    public static IEnumerable<string> Of(IEnumerable<BoundStatement> statements)
    {
        var tree = new BoundTreeText();
        tree.WriteAll(statements);
        return tree._parts;
    }

    /// <summary>The names of the locals that the statements read and of the local functions that they call.</summary>
    public static HashSet<string> NamesIn(IEnumerable<BoundStatement> statements)
    {
        var tree = new BoundTreeText();
        tree.WriteAll(statements);
        return tree._used;
    }

    /// <summary>The names of the locals that an expression reads, and of those that count the loops it asks about.</summary>
    public static IEnumerable<string> NamesIn(BoundExpression expression)
    {
        var tree = new BoundTreeText();
        tree.Write(expression);
        return tree._used;
    }

    /// <summary>
    /// Whether there are values for which Scriban cannot compute an expression: it divides whole numbers, computes with moments, takes a
    /// character, an item or a part of a list, calls a function, or includes a partial.
    /// </summary>
    public static bool MayFail(BoundExpression expression)
    {
        var tree = new BoundTreeText();
        tree.Write(expression);
        return tree._mayFail;
    }

    private void WriteAll(IEnumerable<BoundStatement> statements)
    {
        Add("{");
        foreach (var statement in statements)
        {
            Write(statement);
        }

        Add("}");
    }

    private void Write(BoundStatement statement)
    {
        switch (statement)
        {
            case BoundText text:
                Add("text", text.Text, text.Indent);
                break;
            case BoundRole role:
                Add("role", role.Role);
                break;
            case BoundHistory:
                Add("history");
                break;
            case BoundMedia media:
                Add("media");
                Write(media.Content);
                Write(media.Url);
                Write(media.MediaType);
                break;
            case BoundWrite write:
                Add("write", write.Indent);
                Write(write.Value);
                break;
            case BoundAssign assign:
                Add("assign", Local(assign.Local));
                Write(assign.Value);
                break;
            case BoundJump jump:
                Add(jump.IsBreak ? "break" : "continue");
                break;
            case BoundIncludeStart start:
                Add("include", Flag(start.ContinuesLine));
                break;
            case BoundIncludeEnd end:
                Add("end", end.Indent);
                break;
            default:
                WriteBlock(statement);
                break;
        }
    }

    private void WriteBlock(BoundStatement statement)
    {
        switch (statement)
        {
            case BoundCapture capture:
                Add(capture.IsInclude ? "text" : "capture", Flag(capture.ContinuesLine), Local(capture.Local));
                WriteAll(capture.Body);
                break;
            case BoundFunction function:
                Add("function", Flag(function.ContinuesLine), Local(function.Name));
                WriteAll(function.Body);
                break;
            case BoundIf choice:
                Add("if");
                Write(choice.Condition);
                WriteAll(choice.Then);
                WriteAll(choice.Else);
                break;
            case BoundFor loop:
                Add("for", Local(loop.Item), Local(loop.Counter), Local(loop.Items));
                Write(loop.List);
                WriteAll(loop.Body);
                WriteAll(loop.Else);
                break;
            case BoundWhile loop:
                Add("while");
                Write(loop.Condition);
                WriteAll(loop.Body);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(statement));
        }
    }

    private static string Flag(bool value) => value ? "true" : "false";

    private void Write(BoundExpression? expression)
    {
        _mayFail |= MayFailItself(expression);

        // The parts of a node alone would let different nodes look alike.
        Add("(", expression?.GetType().Name ?? "none");
        switch (expression)
        {
            case null or InputExpression:
                break;
            case LiteralExpression literal:
                Add(literal.Type.Code, Constant(literal.Value));
                break;
            case ChoiceExpression choice:
                Add(choice.Choice.Code, choice.Name);
                break;
            case LocalExpression local:
                _used.Add(local.Name);
                Add(Local(local.Name));
                break;
            case IncludeExpression include:
                _used.Add(include.Function);
                Add(Local(include.Function));
                break;
            case MemberExpression member:
                Add(member.Property);
                Write(member.Target);
                break;
            case UnionMemberExpression member:
                Add(member.Name);
                Write(member.Target);
                break;
            case LambdaExpression function:
                Add(Local(function.Parameter));
                Write(function.Result);
                break;
            case LoopFactExpression fact:
                _used.Add(fact.Counter);
                Add(fact.Fact.ToString(), Local(fact.Counter));
                break;
            default:
                WriteOperands(expression);
                break;
        }

        Add(")");
    }

    // A function that gives a list may be called when the list is read; patterns are read at once.
    private static bool MayFailItself(BoundExpression? expression) =>
        expression
            is CallExpression { Type: not BoundList }
                or CallExpression { Method: "PatternFunctions.Match" or "PatternFunctions.Matches" or "PatternFunctions.Split" }
                or IncludeExpression
                or CharacterExpression
                or AnyMemberExpression
                or ItemExpression { Target.Type: BoundList, Index: not (LiteralExpression or LoopFactExpression) }
                or SliceExpression { Offset: not (null or LiteralExpression) }
                or SliceExpression { Limit: not (null or LiteralExpression) }
                or OperationExpression { Type: BoundMoment or BoundDuration }
                or OperationExpression
                {
                    Operator: BoundOperator.DivideWhole
                        or BoundOperator.ModulusOfIntegers
                        or BoundOperator.Repeat
                        or BoundOperator.ShiftIntegersLeft
                        or BoundOperator.ShiftIntegersRight
                };

    private void WriteOperands(BoundExpression expression)
    {
        BoundExpression?[] operands = expression switch
        {
            SizeExpression size => [size.Target],
            PresentExpression present => [present.Operand],
            TextExpression text => [text.Operand],
            NotExpression not => [not.Operand],
            NegateExpression negate => [negate.Operand],
            IsPresentExpression present => [present.Operand],
            IsComputedExpression computed => [computed.Operand],
            IsTrueExpression isTrue => [isTrue.Operand],
            ItemExpression item => [item.Target, item.Index],
            ListExpression list => [.. list.Items],
            CallExpression call => [.. call.Arguments],
            JsonExpression json => [json.Operand, json.Indent],
            SliceExpression slice => [slice.List, slice.Offset, slice.Limit],
            RangeExpression range => [range.From, range.To],
            OperationExpression operation => [operation.Left, operation.Right],
            ChosenExpression chosen => [chosen.Condition, chosen.Then, chosen.Else],
            ObjectExpression literal => [.. literal.Values],
            AnyExpression any => [any.Operand],
            AnyMemberExpression member => [member.Target, member.Key],
            AnyLiteralExpression any => [any.Operand],
            AnyEqualExpression equal => [equal.Any, equal.Other],
            CharacterExpression character => [character.Text, character.Index],
            ItemsExpression items => [items.Operand],
            JoinedListExpression joined => [joined.Left, joined.Right],
            IsEmptyExpression isEmpty => [isEmpty.Operand],
            _ => throw new ArgumentOutOfRangeException(nameof(expression)),
        };
        Add(
            expression switch
            {
                TextExpression text => text.Form.ToString(),
                ObjectExpression literal => string.Join(" ", literal.Shape.Members.Select(member => member.Name)),
                SliceExpression slice => slice.IsReversed ? "reversed" : "",
                CallExpression call => call.Method,
                RangeExpression range => range.IsInclusive ? "inclusive" : "",
                OperationExpression operation => operation.Operator.ToString(),
                _ => "",
            }
        );
        foreach (var operand in operands)
        {
            Write(operand);
        }
    }

    private static string Constant(object? value) =>
        value is double number
            ? number.ToString("R", CultureInfo.InvariantCulture)
            : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    private string Local(string name)
    {
        if (name == "_")
        {
            return name;
        }

        if (!_locals.TryGetValue(name, out var number))
        {
            _locals[name] = number = _locals.Count;
        }

        return number.ToString(CultureInfo.InvariantCulture);
    }

    private void Add(params string[] parts) => _parts.AddRange(parts);
}
