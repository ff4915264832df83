namespace PromptKit.Generators.Tests.Differential;

/// <content>Statements.</content>
internal sealed partial class RandomTemplate
{
    private string Statement(int depth) =>
        _random.Next(depth > 0 ? 33 : 13) switch
        {
            < 3 => Pick(Words),
            < 6 => Tag(Value(2)),
            6 => Assign(),
            7 => Change(),
            8 => Escape(),
            9 => Tag(Call(1)),
            10 => Several(),
            11 => Include() is { } include ? Tag(include) : Pick(Words),
            12 => Message(),
            13 or 14 => If(depth),
            15 or 16 => Present(depth),
            17 or 18 or 19 => For(depth),
            20 => ForMany(depth),
            21 => Case(depth),
            22 => Capture(depth),
            23 => While(depth),
            24 => AssignOnBoth(depth),
            25 => LearnInLoop(depth),
            26 => OneTag(depth),
            27 => CaseOfUnion(depth),
            _ => Jump(),
        };

    private string Several() => Tag(string.Join(Pick("; ", "\n", " ;\n  "), Enumerable.Range(0, _random.Next(2, 4)).Select(_ => Value(1))));

    // A whole block between one `{{` and its `}}`.
    private string OneTag(int depth)
    {
        var separator = Pick("; ", "\n", "\n    ");
        return Tag(
            string.Join(
                separator,
                Chance(2)
                    ? [$"if {Condition(1)}", Value(depth), "else", Value(1), "end"]
                    : [$"for x in {Texts(0)}", Value(depth), "x", "end"]
            )
        );
    }

    private string If(int depth)
    {
        var otherwise = _random.Next(3) switch
        {
            0 => "",
            1 => Tag("else") + Block(depth - 1),
            _ => Tag($"else if {Condition(1)}") + Block(depth - 1) + Tag("else") + Block(depth - 1),
        };
        return Tag($"if {Condition(2)}") + Block(depth - 1) + otherwise + Tag("end");
    }

    // What may be null, where it is known not to be.
    private string Present(int depth)
    {
        var (maybe, kind) = Pick(
            ValueKind.MaybeText,
            ValueKind.MaybeInteger,
            ValueKind.MaybeNumber,
            ValueKind.MaybePlace,
            ValueKind.MaybeTexts,
            ValueKind.MaybeUnion
        );
        if (_scope.Find(maybe) is not { } name)
        {
            return Pick(Words);
        }

        var (before, after) = _random.Next(4) switch
        {
            0 => (Tag($"if {name}"), ""),
            1 => (Tag($"if {name} != null && {Condition(1)}"), Tag("else") + Block(depth - 1)),
            2 => (Tag($"if {name} == null") + Block(depth - 1) + Tag("else"), ""),
            _ => (Tag($"if !{name}") + Block(0) + Tag($"else if {Condition(1)}"), ""),
        };
        var known = _scope.Count;
        Know(kind, name);
        var block = Block(depth - 1) + Tag(Of(kind, 1));
        _scope.Restore(known);
        return before + block + after + Tag("end");
    }

    private void Know(ValueKind kind, string name)
    {
        _scope.Add(kind, name, name);
        if (kind == ValueKind.Union)
        {
            RandomSchema.AddUnion(_scope, name);
        }
        else if (kind == ValueKind.Place)
        {
            _scope.Add(ValueKind.Text, name + ".city");
            _scope.Add(ValueKind.MaybeText, name + ".zip");
        }
    }

    private (ValueKind Maybe, ValueKind Known) Pick(params ValueKind[] kinds) =>
        kinds[_random.Next(kinds.Length)] switch
        {
            ValueKind.MaybeText => (ValueKind.MaybeText, ValueKind.Text),
            ValueKind.MaybeInteger => (ValueKind.MaybeInteger, ValueKind.Integer),
            ValueKind.MaybeNumber => (ValueKind.MaybeNumber, ValueKind.Number),
            ValueKind.MaybePlace => (ValueKind.MaybePlace, ValueKind.Place),
            ValueKind.MaybeUnion => (ValueKind.MaybeUnion, ValueKind.Union),
            _ => (ValueKind.MaybeTexts, ValueKind.Texts),
        };

    private string Assign()
    {
        var kind = Kinds[_random.Next(Kinds.Length)];
        var name = NewName("v");
        var value = kind == ValueKind.Text && Chance(4) ? Include() ?? Text(1) : Of(kind, 2);
        Declare(kind, name);
        return Tag($"{name} = {value}");
    }

    private void Declare(ValueKind kind, string name)
    {
        _scope.AddLocal(kind, name);
        if (kind == ValueKind.Union)
        {
            RandomSchema.AddUnion(_scope, name);
        }
    }

    private static readonly ValueKind[] Kinds =
    [
        ValueKind.Text,
        ValueKind.Text,
        ValueKind.MaybeText,
        ValueKind.Integer,
        ValueKind.Integer,
        ValueKind.MaybeInteger,
        ValueKind.Number,
        ValueKind.Union,
        ValueKind.MaybeUnion,
        ValueKind.Boolean,
        ValueKind.Texts,
        ValueKind.Integers,
        ValueKind.Items,
        ValueKind.Object,
        ValueKind.Unions,
        ValueKind.Instant,
        ValueKind.Duration,
        ValueKind.Objects,
    ];

    // In a loop a text must not grow by itself, or it would fill the memory.
    private string Change()
    {
        if (Chance(3) && _scope.FindLocal(ValueKind.Text) is { } text)
        {
            return Tag(Pick($"{text} += {Pick("\"x\"", Integer(0), Boolean(0))}", $"{text} = {Pick(Text(0), "\"s\"")} + {Integer(0)}"));
        }

        if (Chance(3) && _scope.FindLocal(ValueKind.MaybeText) is { } maybe)
        {
            return Tag($"{maybe} = {Pick("null", MaybeText(0), Text(0), maybe)}");
        }

        if (Chance(3) && _scope.FindLocal(ValueKind.MaybeUnion) is { } union)
        {
            return Tag($"{union} = {MaybeUnion(1)}");
        }

        if (Chance(3) && _scope.FindLocal(ValueKind.Number) is { } number)
        {
            return Tag($"{number} {Pick("=", "+=", "-=", "*=", "/=", "//=", "%=")} {Pick(Number(1), Integer(1))}");
        }

        return _scope.FindLocal(ValueKind.Integer) is { } integer
            ? Tag(
                Pick(
                    $"{integer} {Pick("=", "+=", "-=", "*=")} {Integer(1)}",
                    $"{integer} //= {Pick("2", "-3")}",
                    $"{integer}{Pick("++", "--")}",
                    $"{Pick("++", "--")}{integer}"
                )
            )
            : Assign();
    }

    private string AssignOnBoth(int depth)
    {
        var (kind, name) = (Kinds[_random.Next(9)], NewName("v"));
        var code =
            Tag($"if {Condition(1)}")
            + Tag($"{name} = {Of(kind, 1)}")
            + Block(depth - 1)
            + (Chance(2) ? Tag($"else if {Condition(1)}") + Tag($"{name} = {Of(kind, 1)}") : "")
            + Tag("else")
            + Block(depth - 1)
            + Tag($"{name} = {Of(kind, 1)}")
            + Tag("end");
        Declare(kind, name);
        return code + Tag(name);
    }

    // What the local may be is known only from an assignment below, in an earlier round.
    private string LearnInLoop(int depth)
    {
        var (local, item) = (NewName("v"), NewName("i"));
        var start = Tag($"{local} = {Pick(Text(0), "null", "\"\"")}") + Tag($"for {item} in {Pick("1..3", "0..<2", "[2]")}");
        _scope.AddLocal(ValueKind.MaybeText, local);
        _loops++;
        var body = Tag(Pick(local, $"{local} ?? \"none\"", $"{local}?.size")) + Block(depth - 1);
        _loops--;
        return start + body + Tag($"{local} = {Pick(MaybeText(0), "null", Text(0))}") + Tag("end") + Tag(local);
    }

    private string Case(int depth)
    {
        var values = _random.Next(6) switch
        {
            0 => (Integer(1), $"when {Pick("1, 2", "1 || 2", "0")}", $"when {Integer(1)}"),
            1 => (MaybeText(0), "when null, \"a\"", $"when {Text(0)}"),
            2 => Pick(
                (Boolean(0), "when true", "when false"),
                (Known(ValueKind.MaybeBoolean, "true"), "when null", "when true, false"),
                (MaybeInteger(), "when 1, null", "when 2"),
                (Number(0), "when 0.5", "when 3, 7.5")
            ),
            3 when _scope.Find(ValueKind.Choice) is { } choice => (choice, "when \"pro\"", "when \"free\", 'enterprise'"),
            4 when _scope.Find(ValueKind.Anything) is { } any => (any, "when \"x\"", "when 5, true"),
            _ => (Text(1), $"when \"\", {Text(0)}", "when 'Ada'"),
        };
        return Tag($"case {values.Item1}")
            + Pick("", "\n", " dropped ")
            + Tag(values.Item2)
            + Block(depth - 1)
            + Tag(values.Item3)
            + Block(depth - 1)
            + (Chance(2) ? Tag("else") + Block(depth - 1) : "")
            + Tag("end");
    }

    private string Capture(int depth)
    {
        var (name, loops) = (NewName("c"), _loops);
        (_captures, _loops) = (_captures + 1, 0);
        var code = Tag($"capture {name}") + Block(depth - 1) + Tag("end");
        (_captures, _loops) = (_captures - 1, loops);
        _scope.AddLocal(ValueKind.Captured, name);
        return code + (Chance(2) ? Tag(name) : "");
    }
}
