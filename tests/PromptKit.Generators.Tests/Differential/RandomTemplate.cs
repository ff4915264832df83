namespace PromptKit.Generators.Tests.Differential;

/// <summary>
/// Writes random templates over <see cref="RandomSchema"/>, with partials that they include: well typed as far as a grammar can say, so most
/// compile.
/// </summary>
internal sealed partial class RandomTemplate
{
    /// <summary>What PromptKit lets an include leave out and Scriban does not: a parameter that is optional.</summary>
    public const string Omitted = " o: null";

    private const string Parameters = "---\ninput:\n  schema:\n    s: string\n    n: integer\n    o?: string\n    u: figure\n---\n";

    private static readonly string[] Words =
    [
        "a",
        " ",
        "b c",
        "\n",
        "\n\n",
        "  ",
        "x\n  ",
        "-",
        "\n- ",
        "é",
        "🎉",
        "\t",
        "\"",
        "{ ",
        "x: ",
        "\r\n",
        " } ",
    ];

    private readonly Random _random;
    private readonly string _prefix;
    private readonly List<(string Name, bool Declares)> _partials = [];
    private RandomScope _scope;

    // In a partial, which assigns names with `$` alone.
    private bool _isPartial;

    // In a function, whose argument is `$0`.
    private bool _isFunction;
    private bool _hasRoles;
    private int _captures;
    private int _loops;
    private int _names;

    private RandomTemplate(Random random, string prefix)
    {
        (_random, _prefix) = (random, prefix);
        _scope = new RandomScope(random);
    }

    /// <param name="random">Where the choices come from.</param>
    /// <param name="prefix">The variant, and what the names of the partials start with.</param>
    public static RandomProject Next(Random random, string prefix) => new RandomTemplate(random, prefix).Write();

    private RandomProject Write()
    {
        var partials = new Dictionary<string, string>(StringComparer.Ordinal);
        _isPartial = true;
        for (var left = _random.Next(4) - 1; left > 0; left--)
        {
            var (name, declares) = (_prefix + (char)('a' + left), _random.Next(2) == 0);
            partials[name] = WritePartial(declares);
            _partials.Add((name, declares));
        }

        _isPartial = false;
        _scope = new RandomScope(_random);
        RandomSchema.AddTo(_scope);
        _hasRoles = _random.Next(3) == 0;
        var body = _hasRoles ? Messages() : Block(3);
        return new RandomProject(_prefix, Chance(2) && !_hasRoles ? $"[{body}]" : body, partials);
    }

    private string WritePartial(bool declares)
    {
        _scope = new RandomScope(_random);
        if (!declares)
        {
            RandomSchema.AddTo(_scope);
        }

        _scope.Add(ValueKind.Text, "$s", "$s");
        _scope.Add(ValueKind.Integer, "$n", "$n");
        _scope.Add(ValueKind.MaybeText, "$o");
        RandomSchema.AddUnion(_scope, "$u");
        return (declares ? Parameters : "") + Block(2);
    }

    // Of those that are written already, so that none includes itself; one with parameters only what is content with those.
    private string? Include()
    {
        var partials = _partials.FindAll(partial => !IsApart || partial.Declares);
        if (partials.Count == 0 || _isFunction)
        {
            return null;
        }

        var (name, declares) = partials[_random.Next(partials.Count)];
        var optional = declares && Chance(3) ? Omitted : $" o: {(Chance(2) ? MaybeText(0) : Text(0))}";
        return $"include \"{name}\" s: {Text(0)} n: {Positive(Integer(0))} u: {Union(0)}{optional}";
    }

    // In a partial with parameters, which sees no others.
    private bool IsApart => _scope.Find(ValueKind.Items) is null;

    private bool Chance(int among) => _random.Next(among) == 0;

    private T Pick<T>(params IReadOnlyList<T> choices) => choices[_random.Next(choices.Count)];

    // The first is as good as any where there is no name of a kind.
    private string Known(ValueKind kind, params IReadOnlyList<string> literals) =>
        Chance(3) ? Pick(literals) : _scope.Find(kind) ?? Pick(literals);

    // As an argument without parentheses, a sign would be an operator.
    private static string Positive(string expression) => expression[0] is '-' or '+' ? $"({expression})" : expression;

    private string NewName(string letter) => $"{(_isPartial ? "$" : "")}{letter}{_names++}";

    private string Block(int depth)
    {
        var known = _scope.Count;
        var block = string.Concat(Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Statement(depth)));
        _scope.Restore(known);
        return block;
    }

    private string Tag(string code) => Indent() + Bare(code) + Pick("", "", "\n");

    private string Bare(string code) =>
        $"{Pick("{{", "{{", "{{", "{{~", "{{-")} {code}{Pick("", "", "", " # c", " ## c ##", " ## c\n d ##")} {Pick("}}", "}}", "}}", "~}}", "-}}")}";

    private string Indent() => Chance(4) ? "\n" + new string(' ', _random.Next(1, 4)) : "";

    private string Escape()
    {
        var signs = Pick("%", "%%");
        var (left, right) = (Pick("", "", "-", "~"), Pick("", "", "-", "~"));
        return $"{Pick("", " ", "\n  ")}{{{signs}{{{left}{Pick("{{ x }}", " a }} \n b", "\n", "%}", "c")}{right}}}{signs}}}{Pick("", "\n", " ")}";
    }
}
