namespace PromptKit.Generators.Tests.Differential;

/// <summary>
/// Writes a random template over <see cref="RandomSchema"/> and the partials that it includes, which include others in turn. A
/// partial sees its prompt's names, or its parameters alone.
/// </summary>
internal sealed class RandomPartials(Random random, string prefix)
{
    private const int Count = 3;
    private const string Parameters = "---\ninput:\n  schema:\n    s: string\n    n: integer\n    o?: string\n---\n";
    private static readonly string[] Words = ["a", " ", "b c", "\n", "\n\n", "  ", "x\n  ", "\n- ", "é", "🎉", "\t", "x: ", "\r\n"];

    private readonly bool[] _declares = new bool[Count];
    private readonly List<string> _texts = [];
    private readonly List<string> _integers = [];

    // The partial that is written; the prompt before the first.
    private int _file = -1;
    private int _names;
    private int _loops;

    public RandomProject Next()
    {
        var partials = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < Count; i++)
        {
            _declares[i] = random.Next(2) == 0;
        }

        for (_file = Count - 1; _file >= 0; _file--)
        {
            partials[NameOf(_file)] = (_declares[_file] ? Parameters : "") + Block(2);
        }

        return new RandomProject(prefix, Block(3), partials);
    }

    private string NameOf(int file) => prefix + (char)('a' + file);

    private bool SeesOuter => _file < 0 || !_declares[_file];

    private string Own => _file < 0 ? "" : "$";

    private string Pick(params IReadOnlyList<string> choices) => choices[random.Next(choices.Count)];

    private string Tag(string code) =>
        $"{Indent()}{Pick("{{", "{{", "{{", "{{~", "{{-")} {code} {Pick("}}", "}}", "}}", "~}}", "-}}")}{Pick("", "", "\n")}";

    private string Indent() => random.Next(3) == 0 ? "\n" + new string(' ', random.Next(1, 4)) : "";

    private string Block(int depth)
    {
        var (texts, integers) = (_texts.Count, _integers.Count);
        var block = string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ => Statement(depth)));
        _texts.RemoveRange(texts, _texts.Count - texts);
        _integers.RemoveRange(integers, _integers.Count - integers);
        return block;
    }

    private string Statement(int depth) =>
        random.Next(depth > 0 ? 16 : 8) switch
        {
            < 3 => Pick(Words),
            3 or 4 => Tag(Text(1)),
            5 or 6 => Include() is { } include ? Tag(include) : Pick(Words),
            7 => Assign(),
            8 or 9 => Tag($"if {Condition()}") + Block(depth - 1) + Pick("", Tag("else") + Block(depth - 1)) + Tag("end"),
            10 or 11 => For(depth),
            12 or 13 => Tag($"case {Integer()}") + Tag("when 1, 2") + Block(depth - 1) + Tag("else") + Block(depth - 1) + Tag("end"),
            14 => Capture(depth),
            _ => Tag($"{Text(0)}; {Include() ?? Text(0)}; {Text(0)}"),
        };

    private string Assign()
    {
        var name = $"{Own}v{_names++}";
        var code = Tag($"{name} = {(random.Next(2) == 0 ? Include() ?? Text(1) : Text(1))}");
        _texts.Add(name);
        return code;
    }

    private string Capture(int depth)
    {
        var name = $"{Own}v{_names++}";
        var code = Tag($"capture {name}") + Block(depth - 1) + Tag("end");
        return code + Tag(name);
    }

    private string For(int depth)
    {
        var name = $"{Pick("", Own)}i{_names++}";
        var (list, known) = random.Next(3) switch
        {
            0 when SeesOuter => ("tags", _texts),
            1 => ("[1, 2]", _integers),
            _ => ($"0..{random.Next(3)}", _integers),
        };
        known.Add(name);
        _loops++;
        var body = Block(depth - 1) + Pick("", Tag("for.index"));
        _loops--;
        known.Remove(name);
        return Tag($"for {name} in {list}") + body + Tag("end");
    }

    // Of those behind it, so that none includes itself; one with parameters only what is content with those.
    private string? Include()
    {
        var partials = Enumerable.Range(_file + 1, Count - _file - 1).Where(file => SeesOuter || _declares[file]).ToList();
        if (partials.Count == 0)
        {
            return null;
        }

        var partial = partials[random.Next(partials.Count)];
        var optional = random.Next(3) switch
        {
            0 => _declares[partial] ? RandomTemplate.Omitted : " o: \"o\"",
            1 when SeesOuter => " o: nick",
            _ => $" o: {Text(0)}",
        };
        return $"include \"{NameOf(partial)}\" s: {Text(0)} n: {Integer()}{optional}";
    }

    private string Text(int depth) =>
        random.Next(depth > 0 ? 8 : 2) switch
        {
            2 when Include() is { } include => $"(\"<\" + ({include}) + {Text(0)})",
            3 when Include() is { } include => $"({Condition()} ? ({include}) : {Text(0)})",
            4 => $"({Text(0)} + {Integer()})",
            5 when _file >= 0 => "($o ?? \"none\")",
            6 when Include() is { } include => $"(({include}) * 2)",
            _ => Pick([
                .. _texts,
                "\"t\"",
                "\"x\\ny\"",
                .. _file >= 0 ? ["$s", "$s"] : Array.Empty<string>(),
                .. SeesOuter ? ["name"] : Array.Empty<string>(),
            ]),
        };

    private string Integer() =>
        Pick([
            .. _integers,
            "1",
            "2",
            .. _file >= 0 ? ["$n", "($n + 1)"] : Array.Empty<string>(),
            .. SeesOuter ? ["age"] : Array.Empty<string>(),
            .. _loops > 0 ? ["for.index"] : Array.Empty<string>(),
        ]);

    private string Condition() =>
        random.Next(5) switch
        {
            0 when Include() is { } include => $"({include}) != {Text(0)}",
            1 when SeesOuter => "vip",
            2 when _file >= 0 => "$o",
            3 when SeesOuter && Include() is { } include => $"vip && ({include}) != \"\"",
            _ => $"{Integer()} > 1",
        };
}
