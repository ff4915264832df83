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
                Chance(2) ? [$"if {Condition(1)}", Value(depth), "else", Value(1), "end"] : ["for x in tags", Value(depth), "x", "end"]
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
    ];

    // In a loop a text must not grow by itself, or it would fill the memory.
    private string Change()
    {
        if (Chance(3) && _scope.FindLocal(ValueKind.Text) is { } text)
        {
            return Tag(Pick($"{text} += {Pick("\"x\"", "age", "vip")}", $"{text} = {Pick("name", "\"s\"")} + {Integer(0)}"));
        }

        if (Chance(3) && _scope.FindLocal(ValueKind.MaybeText) is { } maybe)
        {
            return Tag($"{maybe} = {Pick("null", "nick", "name", maybe)}");
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
        var start = Tag($"{local} = {Pick("name", "null", "\"\"")}") + Tag($"for {item} in {Pick("1..3", "0..<2", "[2]")}");
        _scope.AddLocal(ValueKind.MaybeText, local);
        _loops++;
        var body = Tag(Pick(local, $"{local} ?? \"none\"", $"{local}?.size")) + Block(depth - 1);
        _loops--;
        return start + body + Tag($"{local} = {Pick("nick", "null", "name")}") + Tag("end") + Tag(local);
    }

    private string For(int depth)
    {
        var name = NewName("i");
        var known = _scope.Count;
        var (list, changes) = EnterLoop(name);
        return Loop(depth, name, list, changes, known);
    }

    // For the objects of a list, and what else holds more than values.
    private string ForMany(int depth)
    {
        var (name, known) = (NewName("i"), _scope.Count);
        var list = _random.Next(6) switch
        {
            0 when _scope.Find(ValueKind.Prices) is { } prices => EnterEntries(prices, name),
            1 when _scope.Find(ValueKind.Rooms) is { } rooms => EnterRooms(rooms, name),
            2 when _scope.Find(ValueKind.Grid) is { } grid => EnterGrid(grid, name),
            3 when _scope.Find(ValueKind.UnionMap) is { } unions => EnterUnionMap(unions, name),
            4 => EnterUnions(name),
            _ => EnterItems(name),
        };
        return list is null ? Pick(Words) : Loop(depth, name, list, changes: false, known);
    }

    private string EnterEntries(string prices, string name)
    {
        _scope.Add(ValueKind.Entry, name);
        _scope.Add(ValueKind.Text, name + ".key");
        _scope.Add(ValueKind.Number, name + ".value");
        return prices;
    }

    private string EnterRooms(string rooms, string name)
    {
        _scope.Add(ValueKind.Text, name + ".key");
        _scope.Add(ValueKind.Integer, name + ".value.beds");
        _scope.Add(ValueKind.MaybeText, name + ".value.note");
        return rooms;
    }

    private string EnterGrid(string grid, string name)
    {
        _scope.Add(ValueKind.Integers, name);
        _scope.Add(ValueKind.Integer, name + ".size");
        return grid;
    }

    private string? EnterItems(string name)
    {
        var items = Items(1);
        RandomSchema.AddItem(_scope, name);
        return items;
    }

    private (string List, bool Changes) EnterLoop(string name)
    {
        switch (_random.Next(9))
        {
            case 0:
                var text = Pick(Text(0), "\"abc\"", "(nick ?? \"\")");
                _scope.Add(ValueKind.Character, name);
                return (text, true);
            case 1 when _scope.Find(ValueKind.Anything) is { } anything && !anything.StartsWith('v'):
                _scope.Add(ValueKind.Anything, name);
                // A number or a boolean is no list, which only the rendering can tell.
                return ($"({anything} ?? [])", false);
            case 2 when _scope.Find(ValueKind.Gaps) is { } gaps:
                _scope.Add(ValueKind.MaybeText, name);
                return (gaps, true);
            case 3 or 4:
                var texts = Texts(1);
                _scope.Add(ValueKind.Text, name);
                return (texts, true);
            case 5:
                var range = $"{Pick("0", "1", "-2", "age", "(count ?? 3)")}..{Pick("", "<")}{Pick("2", "3", "0", "-1")}";
                _scope.Add(ValueKind.Integer, name);
                return (
                    range.Contains("age", StringComparison.Ordinal) || range.Contains("count", StringComparison.Ordinal) ? "1..3" : range,
                    true
                );
            default:
                var integers = Integers(1);
                _scope.Add(ValueKind.Integer, name);
                return (integers, true);
        }
    }

    private string Loop(int depth, string name, string list, bool changes, int known)
    {
        var options =
            list.Contains("..", StringComparison.Ordinal) || list.StartsWith('"')
                ? ""
                : Pick(
                    "",
                    "",
                    "",
                    " reversed",
                    " offset: 1",
                    " limit: 2",
                    " offset: 1 limit: 1",
                    " limit: 1 reversed",
                    $" limit: {Positive(Small())}",
                    $" offset: {Positive(Small())} reversed",
                    " limit: tags.size",
                    " offset: (count ?? 1)"
                );
        _loops++;
        _rounds++;
        _scope.Add(ValueKind.Integer, "for.index", "for.rindex", "for.length");
        _scope.Add(ValueKind.Boolean, "for.first", "for.last", "for.even", "for.odd");
        var body =
            Block(depth - 1)
            + (Chance(2) ? Tag($"for.{Pick("index", "rindex", "first", "last", "even", "odd", "length")}") : "")
            + (changes && Chance(3) ? Tag("for.changed") : "");
        _rounds--;
        _loops--;
        _scope.Restore(known);

        // A jump in an 'else' is refused: for Scriban it would leave the loop that has no rounds, not the one around it.
        var loops = _loops;
        _loops = 0;
        var otherwise = Chance(3) ? Tag("else") + Block(depth - 1) : "";
        _loops = loops;
        return Tag($"for {name} in {list}{options}") + body + otherwise + Tag("end");
    }

    private string Case(int depth)
    {
        var values = _random.Next(4) switch
        {
            0 => (Integer(1), $"when {Pick("1, 2", "1 || 2", "0")}", $"when {Integer(1)}"),
            1 when _scope.Find(ValueKind.Choice) is { } choice => (choice, "when \"pro\"", "when \"free\", 'enterprise'"),
            2 when _scope.Find(ValueKind.Anything) is { } any => (any, "when \"x\"", "when 5, true"),
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

    private string While(int depth)
    {
        var (name, known) = (NewName("w"), _scope.Count);
        var start = Tag($"{name} = 0") + Tag($"while {name} < {_random.Next(4)}") + Tag($"{name} = {name} + 1");
        _scope.Add(ValueKind.Integer, name, "while.index");
        _scope.Add(ValueKind.Boolean, "while.first", "while.even", "while.odd");
        _loops++;
        _rounds++;
        var body = Block(depth - 1) + (Chance(2) ? Tag($"while.{Pick("index", "first", "even", "odd")}") : "");
        _rounds--;
        _loops--;
        _scope.Restore(known);
        return start + body + Tag("end");
    }

    // Behind a jump where something is null, it is not.
    private string Jump()
    {
        if (_loops == 0)
        {
            return Pick(Words);
        }

        var maybe = Chance(3) ? _scope.Find(ValueKind.MaybeText) : null;
        var code = Tag($"if {(maybe is null ? Condition(1) : Pick($"!{maybe}", $"{maybe} == null"))}") + Pick(Words);
        if (maybe is not null)
        {
            _scope.Add(ValueKind.Text, maybe);
        }

        return code + Tag(Pick("break", "continue")) + Tag("end");
    }
}
