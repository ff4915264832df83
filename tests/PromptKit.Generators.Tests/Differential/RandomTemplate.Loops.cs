namespace PromptKit.Generators.Tests.Differential;

/// <content>Loops, and what leaves them.</content>
internal sealed partial class RandomTemplate
{
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
        var list = _random.Next(8) switch
        {
            0 when _scope.Find(ValueKind.Prices) is { } prices => EnterEntries(prices, name),
            1 when _scope.Find(ValueKind.Rooms) is { } rooms => EnterRooms(rooms, name),
            2 when _scope.Find(ValueKind.Grid) is { } grid => EnterGrid(grid, name),
            3 when _scope.Find(ValueKind.UnionMap) is { } unions => EnterUnionMap(unions, name),
            4 => EnterUnions(name),
            5 => EnterObjects(name),
            6 => EnterAnything(name),
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

    private string EnterObjects(string name)
    {
        var objects = Objects();
        _scope.Add(ValueKind.Integer, name + ".a");
        _scope.Add(ValueKind.Text, name + ".b");
        return objects;
    }

    // A number or a boolean is no list, which only the rendering can tell.
    private string EnterAnything(string name)
    {
        var anything = Known(ValueKind.Anything, "[1]");
        _scope.Add(anything == "[1]" ? ValueKind.Integer : ValueKind.Anything, name);
        return anything == "[1]" ? anything : $"({anything} ?? [])";
    }

    private string? EnterItems(string name)
    {
        var items = Items(1);
        RandomSchema.AddItem(_scope, name);
        return items;
    }

    private (string List, bool Changes) EnterLoop(string name)
    {
        switch (_random.Next(8))
        {
            case 0:
                var text = Pick(Text(0), "\"abc\"", $"({MaybeText(0)} ?? \"\")");
                _scope.Add(ValueKind.Character, name);
                return (text, true);
            case 1 when _scope.Find(ValueKind.Gaps) is { } gaps:
                _scope.Add(ValueKind.MaybeText, name);
                return (gaps, true);
            case 2 or 3:
                var texts = Texts(1);
                _scope.Add(ValueKind.Text, name);
                return (texts, true);
            case 4:
                var range = $"{Pick("0", "1", "-2")}..{Pick("", "<")}{Pick("2", "3", "0", "-1", $"{Known(ValueKind.Texts, "[]")}.size")}";
                _scope.Add(ValueKind.Integer, name);
                return (Chance(2) ? $"({range})" : range, true);
            default:
                var integers = Integers(1);
                _scope.Add(ValueKind.Integer, name);
                return (integers, true);
        }
    }

    private string Loop(int depth, string name, string list, bool changes, int known)
    {
        var options =
            (list[0] != '(' && list.Contains("..", StringComparison.Ordinal)) || list.StartsWith('"')
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
                    $" limit: {Known(ValueKind.Texts, "nums")}.size",
                    $" offset: ({MaybeInteger()} ?? 1)"
                );
        _loops++;
        _scope.Add(ValueKind.Integer, "for.index", "for.rindex", "for.length");
        _scope.Add(ValueKind.Boolean, "for.first", "for.last", "for.even", "for.odd");
        var body =
            Block(depth - 1)
            + (Chance(2) ? Tag($"for.{Pick("index", "rindex", "first", "last", "even", "odd", "length")}") : "")
            + (changes && Chance(3) ? Tag("for.changed") : "");
        _loops--;
        _scope.Restore(known);

        // A jump in an 'else' is refused: for Scriban it would leave the loop that has no rounds, not the one around it.
        var loops = _loops;
        _loops = 0;
        var otherwise = Chance(3) ? Tag("else") + Block(depth - 1) : "";
        _loops = loops;
        return Tag($"for {name} in {list}{options}") + body + otherwise + Tag("end");
    }

    private string While(int depth)
    {
        var (name, known) = (NewName("w"), _scope.Count);
        var start = Tag($"{name} = 0") + Tag($"while {name} < {_random.Next(4)}") + Tag($"{name} = {name} + 1");
        _scope.Add(ValueKind.Integer, name, "while.index");
        _scope.Add(ValueKind.Boolean, "while.first", "while.even", "while.odd");
        _loops++;
        var body = Block(depth - 1) + (Chance(2) ? Tag($"while.{Pick("index", "first", "even", "odd")}") : "");
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
