using PromptKit.Compiler.Binding.Functions;

namespace PromptKit.Generators.Tests.Differential;

/// <content>Lists, objects, and calls of any function.</content>
internal sealed partial class RandomTemplate
{
    // What they give is not the same twice, or needs arguments of its own.
    private static readonly TemplateFunction[] Functions =
    [
        .. FunctionTable.All.Where(function =>
            function.Refusal is null
            && function.Name is not ("math.random" or "math.uuid")
            && FunctionTable.GroupOf(function) is not ("date" or "timespan")
        ),
    ];

    private string Texts(int depth)
    {
        if (depth == 0)
        {
            return Known(ValueKind.Texts, "[\"a\"]", "['x', \"\", 'A']");
        }

        return _random.Next(13) switch
        {
            0 => $"({Known(ValueKind.MaybeTexts, "[\"m\"]")} ?? {Pick("[]", Texts(0))})",
            1 => Pick($"[{Text(depth - 1)}, {Text(0)}]", $"[\n{Text(0)},\n{Text(0)}\n]"),
            2 => $"({Texts(depth - 1)} | {ListFunction()})",
            3 => $"({Texts(depth - 1)} | {ListFunction()} | {ListFunction()})",
            4 when !_isFunction =>
                $"({Texts(depth - 1)} | array.{Pick("filter", "each")} {InPlace(ValueKind.Text, Comparison)} | array.join \",\" | string.split \"u\")",
            5 when !_isFunction => $"({Texts(depth - 1)} | array.filter {InPlace(ValueKind.Text, Condition)})",
            6 when !_isFunction => $"({Texts(depth - 1)} | array.each {Pick("@string.upcase", InPlace(ValueKind.Text, Text))})",
            7 => $"({Items(depth - 1)} | array.map \"title\")",
            8 => $"({Text(0)} | {Pick("string.split \",\"", "string.split \" \"", "regex.split \"b\"")})",
            9 when _scope.Find(ValueKind.Prices) is { } prices => $"({prices} | object.keys)",
            10 => $"({Texts(0)} + {Texts(0)})",
            11 => Mapped(depth - 1, "kind", "name", "stamp"),
            _ => Texts(0),
        };
    }

    private string ListFunction() =>
        Pick(
            "array.reverse",
            "array.uniq",
            "array.sort",
            "array.compact",
            $"array.{Pick("limit", "offset", "remove_at")} {_random.Next(0, 3)}",
            $"array.add {Text(0)}",
            $"array.{Pick("concat", "add_range")} {Texts(0)}"
        );

    private string Integers(int depth)
    {
        if (depth == 0)
        {
            return Known(ValueKind.Integers, "[1, 2, 3]", "[4]", "(1..3)", "(0..<2)");
        }

        return _random.Next(10) switch
        {
            0 => $"[{Integer(depth - 1)}, {Integer(0)}]",
            1 => $"({Integers(depth - 1)} | array.{Pick("sort", "reverse", "uniq", "limit 2", "offset 1")})",
            2 => $"({Items(depth - 1)} | array.map \"id\")",
            3 when !_isFunction => $"({Integers(depth - 1)} | array.filter {InPlace(ValueKind.Integer, Comparison)})",
            4 when !_isFunction => $"({Integers(depth - 1)} | array.each {InPlace(ValueKind.Integer, Integer)})",
            5 => $"(array.concat {Integers(0)} {Integers(0)})",
            6 => $"({Integers(0)} | array.add {Positive(Integer(0))})",
            7 when !_isFunction => $"({Texts(0)} | array.each @string.size)",
            8 => Mapped(depth - 1, "count"),
            _ => Integers(0),
        };
    }

    private string Items(int depth)
    {
        var items = _scope.Find(ValueKind.Items) ?? "[]";
        return depth == 0 || items == "[]"
            ? items
            : _random.Next(5) switch
            {
                0 => $"({Items(depth - 1)} | array.sort \"{Pick("title", "id", "price", "due", "kind")}\")",
                1 when !_isFunction => $"({Items(depth - 1)} | array.filter {InPlace(ValueKind.Item, Condition)})",
                2 => $"({Items(depth - 1)} | array.{Pick("reverse", "limit 2", "offset 1", "remove_at 0")})",
                3 => $"({items} + {items})",
                _ => items,
            };
    }

    // Objects of one type, which the template writes.
    private string Objects() =>
        Pick(
            Known(ValueKind.Objects, "[{a: 1, b: \"x\"}]"),
            $"[{{a: {Integer(0)}, b: {Text(1)}}},\n {{a: 2,\n b: \"y\"}}]",
            $"({Known(ValueKind.Objects, "[{a: 1, b: 'x'}]")} | array.sort \"{Pick("a", "b")}\")"
        );

    private string Object(int depth) =>
        $"{{a: {Text(depth - 1)}, {Pick("b", "\"b c\"")}: {Pick(Integer(0), Known(ValueKind.MaybeText, "true"), Number(0))}, c: {Pick(Texts(0), "{d: 1}", Boolean(0), Union(0))}}}";

    private string Of(ValueKind kind, int depth) =>
        kind switch
        {
            ValueKind.Text => Text(depth),
            ValueKind.MaybeText => MaybeText(depth),
            ValueKind.Integer => Integer(depth),
            ValueKind.MaybeInteger => MaybeInteger(),
            ValueKind.Number => Number(depth),
            ValueKind.Boolean => Boolean(depth),
            ValueKind.Texts => Texts(depth),
            ValueKind.Integers => Integers(depth),
            ValueKind.Items => Items(depth),
            ValueKind.Union => Union(depth),
            ValueKind.MaybeUnion => MaybeUnion(depth),
            ValueKind.Unions => Unions(depth),
            ValueKind.Instant => Instant(depth),
            ValueKind.Duration => Duration(depth),
            ValueKind.Objects => Objects(),
            ValueKind.Place => Known(ValueKind.Place, "{city: \"c\"}") + (Chance(2) ? "?.city" : ""),
            _ => Object(depth),
        };

    private string Value(int depth) =>
        _random.Next(20) switch
        {
            0 or 1 => Integer(depth),
            2 => Number(depth),
            3 => $"({Condition(depth)})",
            4 or 5 => MaybeText(1),
            6 => Known(ValueKind.MaybeNumber, "null"),
            7 => Pick(Known(ValueKind.MaybeInteger, "1"), Known(ValueKind.MaybeBoolean, "true"), Known(ValueKind.Choice, "\"\"")),
            8 => Printed(),
            9 => Anything(),
            10 => Pick(
                Known(ValueKind.Character, "\"abc\"[1]"),
                Known(ValueKind.Entry, "(true ?! 2)"),
                Known(ValueKind.Captured, "1"),
                Known(ValueKind.Object, "{a: 1}")
            ),
            11 when _scope.FindLocal(ValueKind.Object) is { } local => $"{local}.{Pick("a", "b", "c")}",
            12 => Pick(Instant(1), Duration(1)),
            13 or 14 => Flat(),
            15 => Pick($"{Objects()}", $"({Objects()} | array.map \"{Pick("a", "b")}\")"),
            _ => Text(depth),
        };

    private string Printed() =>
        Pick(
            Texts(1),
            Integers(1),
            Items(1),
            Known(ValueKind.Gaps, "[1.5]"),
            Known(ValueKind.Grid, "[true]"),
            Known(ValueKind.Prices, "{a: 1}"),
            Known(ValueKind.Rooms, "{a: 1, b: a}.b"),
            Known(ValueKind.Place, "{a: 1, b: {c: a}}.b.c"),
            Known(ValueKind.MaybePlace, "(null)"),
            Known(ValueKind.Item, "{id: 1}"),
            Known(ValueKind.MaybeTexts, "[\"m\"]"),
            Union(1),
            MaybeUnion(1),
            Unions(1),
            Mapped(1, "parts", "note", "done", "count"),
            Known(ValueKind.UnionMap, "[2]"),
            Object(1),
            "[{a: 1, b: \"x\\n\"}, {a: 2, b: \"\"}]",
            $"({Items(1)} | array.map \"{Pick("done", "price", "due", "kind", "parts")}\")",
            _scope.Find(ValueKind.Prices) is { } prices ? $"({prices} | object.values)" : "[1]"
        );

    private string Anything() =>
        IsApart
            ? Text(0)
            : Pick(
                "meta",
                "extra",
                "meta?.a",
                "meta?.b?.c",
                "meta?.a?.b.c",
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
                "(meta ?! name)",
                "(vip ? meta : 1)"
            );

    // Any function with arguments that fit its parameters by their kinds; the compiler refuses those that do not fit otherwise.
    private string Call(int depth)
    {
        var function = Functions[_random.Next(Functions.Length)];
        var required = function.Parameters.Count(parameter => !parameter.IsOptional);
        var count = _random.Next(required, function.Parameters.Count + 1);
        var isPiped = count > 0 && Chance(2);
        var named = Chance(3) ? _random.Next(isPiped ? 1 : 0, count + 1) : count;
        var arguments = function
            .Parameters.Take(count)
            .Select((parameter, index) => (index >= named ? parameter.Name + ": " : "") + Argument(parameter, depth));
        var all = arguments.ToList();
        return isPiped ? $"{all[0]} | {function.Name} {string.Join(' ', all.Skip(1))}" : $"{function.Name} {string.Join(' ', all)}";
    }

    private string Argument(FunctionParameter parameter, int depth)
    {
        if (parameter.TakesNull && Chance(4))
        {
            return MaybeText(0);
        }

        return parameter.Kind switch
        {
            // A great width or index would fill the memory.
            ParameterKind.Integer => Pick("0", "1", "2", "5", "(-1)", $"{Known(ValueKind.Texts, "[]")}.size"),
            ParameterKind.Number or ParameterKind.Numeric => Positive(Pick(Number(depth), Integer(depth))),
            ParameterKind.Boolean => Known(ValueKind.Boolean, "true", "false"),
            ParameterKind.List => Pick(Texts(depth), Integers(0), Items(0), Unions(0), Known(ValueKind.Gaps, "[1.5]")),
            ParameterKind.Value => Positive(
                Pick(
                    Text(0),
                    Integer(0),
                    Known(ValueKind.Number, "2.5"),
                    Known(ValueKind.Prices, "[2]"),
                    Known(ValueKind.Boolean, "true"),
                    Union(0)
                )
            ),
            ParameterKind.Constant => Pick("\"title\"", "\"id\"", "'due'", "\"price\"", "\"name\"", "'kind'"),
            ParameterKind.Function => Pick(
                "@string.upcase",
                InPlace(ValueKind.Text, Text),
                InPlace(ValueKind.Item, Boolean),
                InPlace(ValueKind.Union, Boolean)
            ),
            _ => parameter.Name is "pattern" ? Pick("\"a\"", "\"[A-Z]\"", "\"(b)|c\"") : Pick(Text(depth), Integer(0), Text(0)),
        };
    }
}
