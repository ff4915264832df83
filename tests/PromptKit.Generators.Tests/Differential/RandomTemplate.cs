namespace PromptKit.Generators.Tests.Differential;

/// <summary>Writes random templates over one schema: well typed as far as a grammar can say, so most compile.</summary>
internal sealed partial class RandomTemplate(Random random)
{
    public const string Schema = """
        ---
        input:
          schema:
            name: string
            nick?: string
            age: integer
            count?: integer
            score: number
            ratio?: number
            vip: boolean
            ok?: boolean
            tier(enum): [free, pro, enterprise]
            level?(enum): [low, high]
            born: date
            seen?: datetime
            tags(array): string
            nums(array): integer
            maybe?(array): string
            prices:
              (*): number
            home:
              city: string
              zip?: string
            work?:
              city: string
              zip?: string
            meta: any
            extra?: any
            items(array):
              id: integer
              title: string
              note?: string
              done: boolean
              parts(array): string
        ---

        """;

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
    ];

    private readonly List<string> _texts = [];
    private readonly List<string> _integers = [];
    private readonly List<string> _items = [];
    private readonly List<string> _characters = [];
    private readonly List<string> _entries = [];
    private readonly List<string> _anything = [];
    private int _names;
    private int _loops;

    public string Next()
    {
        var body = Block(3);
        return random.Next(2) == 0 ? $"[{body}]" : body;
    }

    private string Pick(params IReadOnlyList<string> choices) => choices[random.Next(choices.Count)];

    private string Block(int depth)
    {
        var (texts, integers) = (_texts.Count, _integers.Count);
        var block = string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ => Statement(depth)));
        _texts.RemoveRange(texts, _texts.Count - texts);
        _integers.RemoveRange(integers, _integers.Count - integers);
        return block;
    }

    private string Tag(string code) =>
        $"{Indent()}{Pick("{{", "{{", "{{", "{{~", "{{-")} {code} {Pick("}}", "}}", "}}", "~}}", "-}}")}{Pick("", "", "\n")}";

    private string Indent() => random.Next(4) == 0 ? "\n" + new string(' ', random.Next(1, 4)) : "";

    private string Statement(int depth) =>
        _writesMessages && random.Next(4) == 0
            ? Message()
            : random.Next(depth > 0 ? 16 : 7) switch
            {
                < 3 => Pick(Words),
                < 6 => Tag(Value(2)),
                6 => Assign(),
                7 or 8 => Tag($"if {Condition(2)}") + Block(depth - 1) + Else(depth) + Tag("end"),
                9 => Present(depth),
                10 or 11 => For(depth),
                12 => Case(depth),
                13 => Capture(depth),
                14 => While(depth),
                _ => Jump(),
            };

    private string Else(int depth) =>
        random.Next(3) switch
        {
            0 => "",
            1 => Tag("else") + Block(depth - 1),
            _ => Tag($"else if {Condition(1)}") + Block(depth - 1) + Tag("else") + Block(depth - 1),
        };

    private string Present(int depth)
    {
        var name = Pick("nick", "count", "ratio", "work", "maybe", "work?.zip", "home.zip");
        var use = name switch
        {
            "nick" or "home.zip" => $"{name} + {Text(1)}",
            "count" => $"{name} + {Integer(1)}",
            "ratio" => $"{name} * {Number(1)}",
            "work" => "work.city",
            "maybe" => "maybe.size",
            _ => "work.zip + work.city",
        };
        return Tag($"if {name}{Pick("", " != null", $" && {Condition(1)}")}") + Tag(use) + Block(depth - 1) + Tag("end");
    }

    private string Assign()
    {
        var name = "v" + _names++;
        if (random.Next(3) == 0 && _integers.FindAll(known => known.StartsWith('v')) is { Count: > 0 } known)
        {
            return Tag(
                Pick(
                    $"{Pick(known)} {Pick("=", "+=", "-=", "*=")} {Integer(1)}",
                    $"{Pick(known)}{Pick("++", "--")}",
                    $"{Pick("++", "--")}{Pick(known)}"
                )
            );
        }

        var isText = random.Next(2) == 0;
        var code = Tag($"{name} = {(isText ? Text(2) : Integer(2))}");
        (isText ? _texts : _integers).Add(name);
        return code;
    }

    private string For(int depth)
    {
        var name = "i" + _names++;
        var (list, known) = random.Next(9) switch
        {
            6 => (Pick("name", "home.city", "nick ?? \"\""), _characters),
            7 => ("prices", _entries),
            8 => ("meta", _anything),
            0 => ("tags", _texts),
            1 => ("maybe ?? []", _texts),
            2 => ("nums", _integers),
            3 => ($"{random.Next(-2, 5)}..{Pick("", "<")}{random.Next(-2, 5)}", _integers),
            4 => (Pick("[1, 2, 3]", "[4]"), _integers),
            _ => ("items", _items),
        };
        var options =
            (list.Contains('?') || list.Contains('.') || list is "meta")
                ? ""
                : Pick("", "", " reversed", " offset: 1", " limit: 2", " offset: 1 limit: 1", " limit: 1 reversed");
        known.Add(name);
        _loops++;
        var body =
            Block(depth - 1)
            + (random.Next(2) == 0 ? Tag($"for.{Pick("index", "rindex", "first", "last", "even", "odd", "length")}") : "")
            + (random.Next(4) == 0 && known != _items && known != _entries && known != _anything ? Tag("for.changed") : "");
        _loops--;
        known.Remove(name);

        // A jump in an 'else' is refused: for Scriban it would leave the loop that has no rounds, not the one around it.
        var loops = _loops;
        _loops = 0;
        var otherwise = random.Next(3) == 0 ? Tag("else") + Block(depth - 1) : "";
        _loops = loops;
        var loop = Tag($"for {name} in {list}{options}") + body + otherwise + Tag("end");
        return list == "meta" ? Tag("if meta && meta != 5 && meta != true && meta != 1.5") + loop + Tag("end") : loop;
    }

    private string Case(int depth) =>
        random.Next(2) == 0
            ? Tag($"case {Integer(1)}") + Tag("when 1, 2") + Block(depth - 1) + Tag($"when {Integer(1)}") + Block(depth - 1) + Tag("end")
            : Tag("case tier")
                + Tag("when \"pro\"")
                + Block(depth - 1)
                + Tag("when \"free\", \"enterprise\"")
                + Block(depth - 1)
                + Tag("else")
                + Block(0)
                + Tag("end");

    private string Capture(int depth)
    {
        var name = "v" + _names++;
        var code = Tag($"capture {name}") + WithoutMessages(() => Block(depth - 1)) + Tag("end");
        _texts.Add(name);
        return code + Tag(name);
    }

    private string While(int depth)
    {
        var name = "w" + _names++;
        var start = Tag($"{name} = 0") + Tag($"while {name} < {random.Next(4)}") + Tag($"{name} = {name} + 1");
        _integers.Add(name);
        _loops++;
        var body = Block(depth - 1) + (random.Next(2) == 0 ? Tag($"while.{Pick("index", "first", "even", "odd")}") : "");
        _loops--;
        _integers.Remove(name);
        return start + body + Tag("end");
    }

    private string Jump() =>
        _loops == 0 ? Pick(Words) : Tag($"if {Condition(1)}") + Pick(Words) + Tag(Pick("break", "continue")) + Tag("end");

    private string Value(int depth) =>
        random.Next(11) switch
        {
            8 => Printed(),
            9 => Anything(),
            10 => Pick([.. _characters, .. _entries, .. _anything, "name[-9]", "\"abc\"[1]", "(nick ?! 3)", "(ok ?! name)"]),
            0 => Integer(depth),
            1 => Number(depth),
            2 => $"({Condition(depth)})",
            3 => Pick(
                "nick",
                "count",
                "ratio",
                "ok",
                "level",
                "seen",
                "work?.city",
                "work?.zip",
                "home.zip",
                "prices.apple",
                "tags[7]",
                "nums[-1]",
                "items[1]?.title",
                "work?.city.size"
            ),
            4 => Pick("vip", "tier", "born", "null"),
            _ => Text(depth),
        };

    private string Printed() =>
        Pick([
            "tags",
            "nums",
            "maybe",
            "prices",
            "home",
            "work",
            "items",
            "[1, 2] + nums",
            $"{{a: {Integer(1)}}}",
            $"{{a: {Text(1)}, \"b c\": nick, c: [{Number(0)}, 2.5], d: tier, e: born}}",
            "[{a: 1, b: \"x\\n\"}, {a: 2, b: name}]",
            "{a: 1, b: a}.b",
            "[true, vip]",
            "[tier, tier]",
            "home[\"city\"]",
        ]);

    private string Anything() =>
        Pick([
            "meta",
            "extra",
            "meta?.a",
            "meta?.b?.c",
            "extra?.size",
            "(extra ?? \"none\")",
            "(meta?.a ?? 3)",
            "(meta == \"x\")",
            "(meta != 5)",
            "(meta?.a == 1.5)",
            "(extra == true)",
            "(extra == null)",
            "!extra",
            "(meta && vip)",
        ]);

    private string Text(int depth)
    {
        if (depth == 0)
        {
            return Pick([
                .. _texts,
                .. _items.Select(item => item + ".title"),
                "name",
                "home.city",
                "\"t\"",
                "'a\"b'",
                "tier",
                "born",
                "\"\"",
                "`v\\`",
            ]);
        }

        return random.Next(9) switch
        {
            7 when _characters.Count > 0 => $"({Pick(_characters)} + {Pick(Text(depth - 1), "2", Pick(_characters))})",
            8 when _entries.Count > 0 => $"{Pick(_entries)}.key",
            0 => $"({Text(depth - 1)} + {Pick(Text(depth - 1), Integer(depth - 1), Number(0), "vip")})",
            1 => $"({Text(depth - 1)} * {random.Next(-1, 4)})",
            2 => $"(nick ?? {Text(depth - 1)})",
            3 => $"({Condition(depth - 1)} ? {Text(depth - 1)} : {Text(depth - 1)})",
            4 => $"$\"x{{{Pick(Integer(0), "vip", "nick", "name")}}}y{{{Pick("score", "ok", "tier", "age")}}}\"",
            _ => Text(0),
        };
    }

    private string Integer(int depth)
    {
        if (depth == 0)
        {
            return Pick([
                .. _integers,
                .. _items.Select(item => item + ".id"),
                "age",
                "name.size",
                "tags.size",
                "0",
                "1",
                "-3",
                "7",
                "(count ?? 2)",
            ]);
        }

        return random.Next(7) switch
        {
            6 => Pick(
                $"(string.size {Text(depth - 1)})",
                $"({Text(depth - 1)} | string.size)",
                "(nums | array.size)",
                $"({Integer(depth - 1)} | math.abs)",
                "(nums | array.first ?? 1)",
                "(nums | array.filter @(do; ret $0 > 0; end) | array.size)"
            ),
            0 or 1 => $"({Integer(depth - 1)} {Pick("+", "-", "*")} {Integer(depth - 1)})",
            2 => $"({Integer(depth - 1)} {Pick("//", "%")} {Pick("2", "3", "-2", "age")})",
            3 => $"({Condition(depth - 1)} ? {Integer(depth - 1)} : {Integer(depth - 1)})",
            4 => $"(nums[{random.Next(-3, 4)}] ?? {Integer(depth - 1)})",
            _ => Integer(0),
        };
    }

    private string Number(int depth)
    {
        if (depth == 0)
        {
            return Pick("score", "0.5", "(ratio ?? 1.25)", "-2.0", "(prices[\"pear\"] ?? 3.5)");
        }

        return random.Next(4) switch
        {
            0 => $"({Number(depth - 1)} {Pick("+", "-", "*", "/", "//", "%")} {Pick(Number(depth - 1), Integer(depth - 1))})",
            1 => $"({Integer(depth - 1)} / {Integer(depth - 1)})",
            2 => $"(- {Number(depth - 1)})",
            _ => Number(0),
        };
    }
}
