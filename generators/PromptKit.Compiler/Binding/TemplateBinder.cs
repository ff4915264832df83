using System.Globalization;
using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Binding.Partials;
using PromptKit.Compiler.Diagnostics;
using PromptKit.Compiler.Templates.Nodes;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding;

/// <summary>Checks a template against its input, resolves its names, and follows what is known from statement to statement.</summary>
internal sealed partial class TemplateBinder
{
    // Each pass but the last learns of a local or that one may be null, so they end; no author's template needs more than four.
    private const int MostPasses = 32;

    private readonly TemplateScope _scope;
    private readonly DiagnosticBag _diagnostics;
    private readonly ExpressionBinder _expressions;
    private int _blocks;

    private TemplateBinder(TemplateScope scope, DiagnosticBag diagnostics)
    {
        _scope = scope;
        _diagnostics = diagnostics;
        _expressions = new ExpressionBinder(scope, diagnostics) { BindInclude = BindIncludedValue };
    }

    public static BoundTemplate Bind(PromptParts parts, BoundSchema input, DiagnosticBag diagnostics)
    {
        var frame = new TemplateFrame(parts.Text, PartialNames.FolderOf(parts.Names.FileKey), Id: "");
        var includes = parts.Template?.Includes ?? default;
        var types = new TypeCatalog(input.Declarations, parts.Links.Schemas, parts.SchemasClass);
        var scope = new TemplateScope(frame, input, parts.Schemas.Input is { IsLost: true }, types, parts.Partials)
        {
            ExpandsPartials = IncludeCheck.Run(frame, includes, parts.Partials, diagnostics),
        };
        return Bind(scope, parameters: default, parts.Template?.Nodes ?? default, diagnostics);
    }

    /// <summary>Binds a partial without what includes it, for what is wrong with it whoever does.</summary>
    public static BoundTemplate BindAlone(
        PartialFile partial,
        PartialParameters parameters,
        PartialLibrary library,
        DiagnosticBag diagnostics
    )
    {
        var frame = new TemplateFrame(partial.Text, partial.Folder, Id: "")
        {
            Partial = partial,
            HidesOuter = parameters.IsKnown,
            IsOpen = !parameters.IsKnown,
        };
        var types = new TypeCatalog(parameters.Declarations, library.Shared, library.SchemasClass);
        var scope = new TemplateScope(frame, input: null, inputIsLost: true, types, library);
        return Bind(scope, parameters.Members, partial.Template!.Nodes, diagnostics);
    }

    private static BoundTemplate Bind(
        TemplateScope scope,
        EquatableArray<BoundMember> parameters,
        EquatableArray<TemplateNode> nodes,
        DiagnosticBag diagnostics
    )
    {
        for (var pass = 1; ; pass++)
        {
            scope.Restart();
            var found = new DiagnosticBag(scope.Text);
            var binder = new TemplateBinder(scope, found);
            foreach (var parameter in parameters)
            {
                binder.Declare(parameter.JsonName, parameter.Type, parameter.IsNullable);
            }

            var body = binder.BindTemplate(nodes);
            if (scope.Locals.TakeChanges() && pass < MostPasses)
            {
                continue;
            }

            // What is read only where nothing leads is not read, and C# would warn of it.
            if (!scope.Locals.DropUnread(BoundTreeText.NamesIn(body)) || pass >= MostPasses)
            {
                diagnostics.AddRange(found.ToArray());
                diagnostics.AddRange(PartialReport.Of(scope.Findings, scope.Partials));
                var own = found.ToArray().Select(diagnostic => new PartialFinding(default, diagnostic));
                return new BoundTemplate(scope.Locals.Shared, body, scope.MayOverflow, scope.MayFail)
                {
                    IsBroken = scope.IsBroken || scope.Findings.Exists(finding => finding.Diagnostic.Rule.Severity == Severity.Error),
                    ReadInputs = scope.ReadInputs,
                    Findings = [.. own, .. scope.Findings],
                };
            }
        }
    }

    private EquatableArray<BoundStatement> BindTemplate(IEnumerable<TemplateNode> nodes)
    {
        var body = BindAll(nodes);
        CheckRoles();
        return body;
    }

    private EquatableArray<BoundStatement> BindBlock(IEnumerable<TemplateNode> nodes)
    {
        var outer = _expressions.Block;
        _expressions.Block = outer + "/" + (++_blocks).ToString(CultureInfo.InvariantCulture);
        var body = BindAll(nodes);
        _expressions.Block = outer;
        return body;
    }

    // What no way leads to is checked, but not emitted: C# warns of it.
    private EquatableArray<BoundStatement> BindAll(IEnumerable<TemplateNode> nodes)
    {
        var statements = new List<BoundStatement>();
        var outer = _functions;
        foreach (var node in nodes)
        {
            _functions = [];
            var isReachable = !_expressions.State.IsUnreachable;
            var bound = WithFunctions(BindStatement(node).ToList());
            if (isReachable)
            {
                statements.AddRange(bound);
            }
        }

        _functions = outer;
        return statements.ToEquatableArray();
    }

    private IEnumerable<BoundStatement> BindStatement(TemplateNode node) =>
        node switch
        {
            TextNode text => BindText(text),
            RoleNode role => BindRole(role),
            HistoryNode history => BindHistory(history),
            MediaNode media => BindMedia(media),
            OutputNode { Expression: IncludeNode include } output => BindIncluded(include, output.Indent),
            OutputNode output => BindOutput(output),
            AssignNode { Value: IncludeNode include } assign => BindAssignedInclude(assign, include),
            AssignNode assign => BindAssign(assign),
            CaptureNode capture => BindCapture(capture),
            IfNode choice => BindIf(choice),
            CaseNode choice => BindCase(choice),
            ForNode loop => BindFor(loop),
            WhileNode loop => BindWhile(loop),
            JumpNode jump => BindJump(jump),
            _ => throw new ArgumentOutOfRangeException(nameof(node)),
        };

    private IEnumerable<BoundStatement> BindText(TextNode text)
    {
        var start = text.Text.Length - text.Text.TrimStart().Length;
        if (start < text.Text.Length)
        {
            CheckHasRole(new TextRange(text.Range.Start + start, text.Range.Start + text.Text.TrimEnd().Length));
        }

        return [BoundText.Of(text.Text, text.Indent, _scope.Text.Locate(text.Range))];
    }

    private IEnumerable<BoundStatement> BindOutput(OutputNode output)
    {
        CheckHasRole(output.Range);
        if (_expressions.Bind(output.Expression) is not { Type: not BoundNull } value || ExpressionBinder.IsNullConstant(value))
        {
            return [];
        }

        var place = _scope.Text.Locate(output.Range);
        if (ValueTypes.HasText(value.Type))
        {
            var printed = value.Type is BoundDeclaredType or BoundMoment or BoundDuration ? ExpressionBinder.ToText(value) : value;
            return [new BoundWrite(printed, output.Indent, place)];
        }

        var name = _scope.Text[output.Range];
        if (ValueTypes.WithoutText(value.Type) is { } part)
        {
            var remedy = part switch
            {
                BoundScalar when part == value.Type => $"Write 'media {name}'.",
                BoundScalar => "Loop over it, and write 'media' for each item.",
                _ => $"To print it, make a string of {ValueTypes.Describe(part)} in it first: '\"\" + …'.",
            };
            _diagnostics.Add(BindingRules.NotPrintable, output.Range, name, ValueTypes.Describe(value.Type), remedy);
            return [];
        }

        if (value.Type is not BoundList and not BoundScalar)
        {
            _diagnostics.Add(BindingRules.PrintedObject, output.Range, name, ValueTypes.Describe(value.Type));
        }

        return [new BoundWrite(new TextExpression(value, ValueTypes.Text, TextForm.Printed), output.Indent, place)];
    }

    private IEnumerable<BoundStatement> BindAssign(AssignNode assign)
    {
        // `x += 1` and `x++` read what they assign; that it cannot be assigned is the mistake.
        var readsItself = assign.Value is BinaryNode { Left: VariableNode or UnaryNode } step && step.Left.Range == assign.VariableRange;
        if (readsItself && !CheckAssignable(assign.Variable, assign.VariableRange))
        {
            return [];
        }

        var value = _expressions.Bind(assign.Value);
        if (!CheckAssignable(assign.Variable, assign.VariableRange))
        {
            return [];
        }

        if (value is not null && !(CheckHasItems(value, assign.Value) && CheckKept(value, assign.Value.Range)))
        {
            value = null;
        }

        var local = _scope.Locals.Assign(assign.Variable, assign.VariableRange, _expressions.Block, _scope.Loops > 0);
        if (value is not null && !_scope.Locals.Widen(local, value.Type, value.IsNullable))
        {
            ReportTwoTypes(assign, value.Type, local);
            value = null;
        }

        if (value is not null && value.Type != local.Type && local.Type == ValueTypes.Text)
        {
            value = ExpressionBinder.ToText(value);
        }

        if (value is not null && LazyLists.IsLazy(value, _scope.Locals))
        {
            _scope.Locals.KeepLazy(local);
        }

        // What was refused leaves the local's type open, so that its readers say nothing.
        var isOwn =
            (value is PresentExpression present ? present.Operand : value) is LocalExpression { Name: var same } && same == local.Name;
        _expressions.State = _expressions.State.WithAssigned(local.Name, value is { IsNullable: false });
        return value is null || isOwn ? [] : Assign(local, value, assign.VariableRange, _scope.Text.Locate(assign.Range));
    }

    private IEnumerable<BoundStatement> Assign(TemplateLocal local, BoundExpression value, TextRange nameRange, SourcePlace place) =>
        local.IsRead ? [new BoundAssign(local.Name, local.TypeCode, IsDeclaration(local, nameRange), LazyLists.Later(value), place)]
        // C# warns of a constant that nobody reads; and Scriban computes no item that nobody reads, which might fail.
        : value is LiteralExpression || (LazyLists.IsLazy(value, _scope.Locals) && !LazyLists.HasLater(value)) ? []
        : [new BoundAssign("_", local.TypeCode, IsDeclaration: false, LazyLists.Later(value), place)];

    private bool CheckHasItems(BoundExpression value, ExpressionNode node)
    {
        var isEmpty = value.Type is BoundList { Item: BoundNull };
        if (isEmpty)
        {
            var name = _scope.Text[node.Range];
            _diagnostics.Add(BindingRules.CannotUse, node.Range, name, "an empty list", "keeping it", "Give it its first items here.");
        }

        return !isEmpty;
    }

    private void ReportTwoTypes(AssignNode assign, BoundType type, TemplateLocal local)
    {
        var (one, other) = ValueTypes.Contrast(type, local.Type!);
        _diagnostics.Add(BindingRules.TwoTypes, assign.VariableRange, assign.Variable, one, other, "Use another name for one of them.");
    }

    private static bool IsDeclaration(TemplateLocal local, TextRange place) =>
        local is { IsRead: true, IsShared: false } && local.FirstPlace == place;

    private IEnumerable<BoundStatement> BindCapture(CaptureNode capture)
    {
        var mark = _scope.Locals.NameAt(capture.VariableRange, capture.Variable + "_start");
        var wasInText = _scope.IsInText;
        _scope.IsInText = true;
        var body = BindBlock(capture.Body);
        _scope.IsInText = wasInText;
        if (!CheckAssignable(capture.Variable, capture.VariableRange))
        {
            return [];
        }

        var local = _scope.Locals.Assign(capture.Variable, capture.VariableRange, _expressions.Block, _scope.Loops > 0);
        if (!_scope.Locals.Widen(local, BoundCaptured.Type, isNullable: false))
        {
            var other = ValueTypes.Describe(local.Type!);
            _diagnostics.Add(
                BindingRules.TwoTypes,
                capture.VariableRange,
                capture.Variable,
                "captured text",
                other,
                "Use another name for one of them."
            );
            return [];
        }

        _expressions.State = _expressions.State.WithAssigned(local.Name, isPresent: true);
        var isDeclaration = IsDeclaration(local, capture.VariableRange);
        var name = local.IsRead ? local.Name : "_";
        return [new BoundCapture(name, local.TypeCode, mark, isDeclaration, body, _scope.Text.Locate(capture.Range))];
    }

    private bool CheckAssignable(string name, TextRange range)
    {
        if (_scope.Frame.Partial is not null && !TemplateLocals.IsOwn(name))
        {
            _diagnostics.Add(PartialRules.Assignment, range, name);
            return false;
        }

        var what =
            _scope.Frame.Absent.ContainsKey(name) ? "a parameter that holds an object"
            : _scope.FindItem(name) is not null ? "the variable of a loop"
            : _scope.FindInput(name) is not null ? "an input"
            : null;
        if (what is not null)
        {
            _diagnostics.Add(BindingRules.CannotAssign, range, name, what);
        }

        return what is null;
    }
}
