using PromptKit.Compiler.Templates.Nodes;
using PromptKit.Compiler.Text;
using Scriban.Syntax;

namespace PromptKit.Compiler.Templates;

/// <content>Partials, and the variables that are a file's own.</content>
internal sealed partial class ExpressionLowering
{
    // Scriban keeps the first for the count of the arguments, and takes the second for the partial's name.
    private static readonly string[] ReservedArguments = ["size", "template_name"];

    private readonly List<IncludeNode> _includes = [];

    /// <summary>Every include that was lowered.</summary>
    public IEnumerable<IncludeNode> Includes => _includes;

    /// <summary>Whether the name of one could not be read.</summary>
    public bool HasUnknownInclude { get; private set; }

    /// <summary>The indent of the statement that is lowered; null when no text stands before its tag.</summary>
    public string? Indent { get; set; }

    /// <summary>A variable's name, with the <c>$</c> of those that are a file's own.</summary>
    public static string VariableName(ScriptVariable variable) =>
        variable is ScriptVariableLocal ? "$" + variable.BaseName : variable.BaseName;

    private VariableNode? LowerOwn(ScriptVariableLocal variable)
    {
        if (variable.BaseName.Length > 0)
        {
            return new VariableNode(VariableName(variable), RangeOf(variable));
        }

        diagnostics.Add(IncludeRules.ArgumentByNumber, RangeOf(variable), "$");
        return null;
    }

    private IncludeNode? LowerInclude(ScriptVariable keyword, IReadOnlyList<ScriptExpression> written)
    {
        if (_functions > 0)
        {
            Refuse(new Construct("'include' inside of a function", RangeOf(keyword)));
            return null;
        }

        var name = LowerPartialName(keyword, written.FirstOrDefault());
        var arguments = written.Skip(1).Select(LowerIncludeArgument).ToList();
        if (name is null)
        {
            HasUnknownInclude = true;
            return null;
        }

        var nameRange = RangeOf(written[0]);
        var isWhole = !arguments.Contains(null) && !HasDuplicate(arguments!);
        var passed = arguments.OfType<ArgumentNode>().ToEquatableArray();
        var range = passed.Aggregate(RangeOf(keyword).To(nameRange), (whole, argument) => whole.To(argument.Value.Range));
        var node = new IncludeNode(name, nameRange, passed, ContinuesLine: Indent is null, range);
        _includes.Add(node);
        return isWhole ? node : null;
    }

    private string? LowerPartialName(ScriptVariable keyword, ScriptExpression? expression)
    {
        var remedy = expression switch
        {
            _ when _piped.Count > 0 => "Do not pipe anything into it: that would be its name.",
            null => "Write the name behind it.",
            ScriptLiteral { Value: string name } => PartialNameRemedy(name),
            _ => "To choose between partials, put each into an 'if'.",
        };
        if (remedy is not null)
        {
            diagnostics.Add(IncludeRules.Name, RangeOf(expression ?? keyword), remedy);
            _piped.Clear();
        }

        return remedy is null ? (string)((ScriptLiteral)expression!).Value! : null;
    }

    // Null when the name is one.
    private static string? PartialNameRemedy(string name)
    {
        const string extension = ".prompt";
        var segments = name.Split('/');
        var last = segments[segments.Length - 1];
        return segments.Any(segment => segment is "" or "." or "..") || name.Contains('\\')
                ? "Write its path below this folder or one above, with '/', such as \"shared/tone\"."
            : last.EndsWith(extension, StringComparison.OrdinalIgnoreCase) ? $"Leave out the '{extension}'."
            : last[0] == '_' ? $"The file is called '{last}.prompt', the partial '{last.Substring(1)}': leave out the '_'."
            : null;
    }

    private ArgumentNode? LowerIncludeArgument(ScriptExpression argument)
    {
        if (argument is not ScriptNamedArgument { Name: { } name } named)
        {
            diagnostics.Add(IncludeRules.PositionalArgument, RangeOf(argument), argument.ToString());
            return null;
        }

        var problem =
            ReservedArguments.Contains(name.BaseName) ? "has a name that Scriban keeps for itself. Give it another"
            : named.Value is null ? "has no value. Write one behind its ':'"
            : null;
        if (problem is not null)
        {
            diagnostics.Add(IncludeRules.Argument, RangeOf(name), name.BaseName, problem);
            return null;
        }

        return Lower(named.Value) is { } value ? new ArgumentNode(name.BaseName, RangeOf(name), value) : null;
    }

    private bool HasDuplicate(IEnumerable<ArgumentNode> arguments)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var duplicate = arguments.FirstOrDefault(argument => !names.Add(argument.Name!));
        if (duplicate is not null)
        {
            diagnostics.Add(IncludeRules.Argument, duplicate.NameRange, duplicate.Name!, "is given twice. Remove one");
        }

        return duplicate is not null;
    }
}
