using System.Globalization;
using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Binding.Partials;
using PromptKit.Compiler.Diagnostics;
using PromptKit.Compiler.Templates.Nodes;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding;

/// <content>Partials: written out where they are included, in a frame of their own.</content>
internal sealed partial class TemplateBinder
{
    // The arguments of an include stand in the file that includes; this is where its own variables start instead.
    private static readonly TextRange StartOfFrame = new(-1, -1);

    // What the statement that is bound calls.
    private List<BoundFunction> _functions = [];

    /// <summary>Whatever a partial is about to do to the messages, its prompt's text up to here is written first.</summary>
    private IEnumerable<BoundStatement> BetweenIncludes(BoundStatement statement) =>
        _scope
            .OpenIncludes.Select(open => (BoundStatement)new BoundIncludeEnd(open.Start.Mark, open.Indent, statement.Place))
            .Append(statement)
            .Concat(
                _scope
                    .OpenIncludes.Reverse()
                    .Select(open => new BoundIncludeStart(open.Start.Mark, IsDeclaration: false, ContinuesLine: true, statement.Place))
            );

    /// <returns>Whether a statement about messages may stand here.</returns>
    private bool CheckOutsideOfText(string keyword, TextRange range)
    {
        if (_scope is not { IsInText: true, Frame.Partial: { } partial })
        {
            return true;
        }

        var where = PartialReport.PlaceIn(partial, _scope.Text.Locate(range));
        _diagnostics.Add(PartialRules.MessageInText, range, keyword, where);
        return false;
    }

    /// <returns>Whether the history may go here: not where a loop around the include would place it again.</returns>
    private bool CheckOutsideOfLoop(HistoryNode history)
    {
        if (_scope is not { Loops: > 0, Frame.Partial: { } partial })
        {
            return true;
        }

        _diagnostics.Add(PartialRules.HistoryInLoop, history.Range, PartialReport.PlaceIn(partial, _scope.Text.Locate(history.Range)));
        return false;
    }

    // Written straight on, unless each line gets an indent.
    private IEnumerable<BoundStatement> BindIncluded(IncludeNode node, string indent)
    {
        var place = _scope.Text.Locate(node.Range);
        var isApart = indent.Length > 0 || LineState.IsOwn(_scope.FindPartial(node.Name)?.Template?.Nodes ?? default);
        if (!isApart)
        {
            return Expand(node) ?? [];
        }

        var mark = _scope.Locals.NameAt(node.NameRange, ShortName(node) + "_start");
        var start = new BoundIncludeStart(mark, IsDeclaration: true, node.ContinuesLine, place);
        _scope.OpenIncludes.Push((start, indent));
        var body = Expand(node);
        _scope.OpenIncludes.Pop();
        return body is null ? [] : [start, .. body, new BoundIncludeEnd(mark, indent, place)];
    }

    private IEnumerable<BoundStatement> BindAssignedInclude(AssignNode assign, IncludeNode node)
    {
        var body = ExpandText(node);
        if (!CheckAssignable(assign.Variable, assign.VariableRange))
        {
            return [];
        }

        var local = _scope.Locals.Assign(assign.Variable, assign.VariableRange, _expressions.Block, _scope.Loops > 0);
        _expressions.State = _expressions.State.WithAssigned(local.Name, isPresent: true);
        if (!_scope.Locals.Widen(local, ValueTypes.Text, isNullable: false))
        {
            ReportTwoTypes(assign, ValueTypes.Text, local);
            return [];
        }

        var mark = _scope.Locals.NameAt(assign.VariableRange, assign.Variable + "_start");
        var name = local.IsRead ? local.Name : "_";
        var isDeclaration = IsDeclaration(local, assign.VariableRange);
        var place = _scope.Text.Locate(assign.Range);
        return body is not { } text
            ? []
            :
            [
                new BoundCapture(name, local.TypeCode, mark, isDeclaration, text, place)
                {
                    IsInclude = true,
                    ContinuesLine = node.ContinuesLine,
                },
            ];
    }

    private BoundExpression? BindIncludedValue(IncludeNode node)
    {
        var name = _scope.Locals.NameAt(node.Range, "render_" + ShortName(node));
        var mark = _scope.Locals.NameAt(node.NameRange, ShortName(node) + "_start");
        if (ExpandText(node) is not { } body)
        {
            return null;
        }

        _functions.Add(new BoundFunction(name, mark, node.ContinuesLine, body, _scope.Text.Locate(node.Range)));
        return new IncludeExpression(name, ValueTypes.Text);
    }

    // Those that are left in what became of the statement; of the others C# would warn.
    private List<BoundStatement> WithFunctions(List<BoundStatement> statements)
    {
        for (var i = _functions.Count - 1; i >= 0; i--)
        {
            if (BoundTreeText.NamesIn(statements).Contains(_functions[i].Name))
            {
                statements.Insert(0, _functions[i]);
            }
        }

        return statements;
    }

    private EquatableArray<BoundStatement>? ExpandText(IncludeNode node)
    {
        var wasInText = _scope.IsInText;
        _scope.IsInText = true;
        var body = Expand(node);
        _scope.IsInText = wasInText;
        return body;
    }

    // Null when the partial cannot be written out; somewhere it is said why.
    private EquatableArray<BoundStatement>? Expand(IncludeNode node)
    {
        var values = node.Arguments.Select(argument => (Argument: argument, Value: _expressions.Bind(argument.Value))).ToList();
        if (_scope.FindPartial(node.Name) is not { } partial || !_scope.CanExpand(partial))
        {
            _scope.IsBroken = true;
            return null;
        }

        var parameters = _scope.Partials.ParametersOf(partial);
        var outer = _scope.Frame;
        var frame = new TemplateFrame(partial.Text, partial.Folder, $"{outer.Id}{node.Range.Start}/")
        {
            Partial = partial,
            Steps = outer.Steps.Append(new IncludeStep(_scope.Text.Locate(node.NameRange), partial)).ToEquatableArray(),
            HidesOuter = parameters.IsKnown || outer.HidesOuter,
            HiddenLoops = parameters.IsKnown ? _scope.Loops : outer.HiddenLoops,
        };
        var given = parameters.IsKnown ? Fit(node, partial, parameters, values) : values.ConvertAll(GivenAsItIs);
        return new TemplateBinder(_scope, new DiagnosticBag(partial.Text)).BindPartial(this, frame, given);
    }

    private GivenArgument GivenAsItIs((ArgumentNode Argument, BoundExpression? Value) one) =>
        Given(one.Argument, one.Value is not null && CheckHasItems(one.Value, one.Argument.Value) ? one.Value : null);

    private GivenArgument Given(ArgumentNode argument, BoundExpression? value) =>
        new(
            argument.Name!,
            value is not null && CheckKept(value, argument.Value.Range) ? value : null,
            _scope.Text.Locate(argument.Value.Range)
        );

    private List<GivenArgument> Fit(
        IncludeNode node,
        PartialFile partial,
        PartialParameters parameters,
        IEnumerable<(ArgumentNode Argument, BoundExpression? Value)> values
    )
    {
        _scope.Types.Add(parameters.Declarations);
        var arguments = new IncludeArguments(partial, parameters, _scope.Types, _diagnostics);
        var given = values.Select(one => Given(one.Argument, one.Value is null ? null : arguments.Check(one.Argument, one.Value))).ToList();
        var place = _scope.Text.Locate(node.NameRange);
        given.AddRange(arguments.ReportMissing(node).Select(name => new GivenArgument(name, Value: null, place)));
        given.AddRange(arguments.Absent(node).Select(member => new GivenArgument(member.JsonName, arguments.NullOf(member), place)));
        return given;
    }

    private EquatableArray<BoundStatement> BindPartial(TemplateBinder outer, TemplateFrame frame, List<GivenArgument> given)
    {
        _expressions.State = outer._expressions.State;
        _expressions.Block = outer._expressions.Block + "/" + (++outer._blocks).ToString(CultureInfo.InvariantCulture);
        var absent = given
            .Where(argument => argument.Value is AbsentExpression)
            .ToDictionary(
                argument => "$" + argument.Name,
                argument => (BoundExpression)new AbsentExpression(frame.Id + argument.Name, argument.Value!.Type),
                StringComparer.Ordinal
            );
        _scope.Enter(frame with { Absent = absent });
        var statements = given.SelectMany(Give).ToList();
        statements.AddRange(BindAll(frame.Partial!.Template!.Nodes));
        _scope.LeaveFrame();
        outer._expressions.State = _expressions.State;
        _scope.Findings.AddRange(_diagnostics.ToArray().Select(diagnostic => new PartialFinding(frame.Steps, diagnostic)));
        return statements.ToEquatableArray();
    }

    private IEnumerable<BoundStatement> Give(GivenArgument argument)
    {
        if (argument.Value is AbsentExpression)
        {
            return [];
        }

        var local = Declare(argument.Name, argument.Value?.Type, argument.Value is not { IsNullable: false });
        if (argument.Value is { } list && LazyLists.IsLazy(list, _scope.Locals))
        {
            _scope.Locals.KeepLazy(local);
        }

        return argument.Value is { } value ? Assign(local, value, StartOfFrame, argument.Place) : [];
    }

    // Without a type when what is given was refused: whatever reads it then says nothing.
    private TemplateLocal Declare(string parameter, BoundType? type, bool isNullable)
    {
        var local = _scope.Locals.Assign("$" + parameter, StartOfFrame, _expressions.Block, _scope.Loops > 0);
        _expressions.State = _expressions.State.WithAssigned(local.Name, !isNullable);
        if (type is not (null or BoundScalar { Kind: Schema.Model.ScalarKind.Unknown }))
        {
            _scope.Locals.Widen(local, type, isNullable);
        }

        return local;
    }

    private static string ShortName(IncludeNode node) => node.Name.Substring(node.Name.LastIndexOf('/') + 1);
}
