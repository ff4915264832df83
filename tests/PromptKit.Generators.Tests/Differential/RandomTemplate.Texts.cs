namespace PromptKit.Generators.Tests.Differential;

/// <content>Texts.</content>
internal sealed partial class RandomTemplate
{
    private string Text(int depth)
    {
        if (depth == 0)
        {
            return Chance(8) && _scope.Find(ValueKind.Choice) is { } choice
                ? choice
                : Known(ValueKind.Text, "\"t\"", "'a\"b'", "\"\"", "`v\\`", "\"x\\n y\"", "'\\u00e9\\t'", "\"ada,b\"");
        }

        return _random.Next(19) switch
        {
            0 => $"({Text(depth - 1)} + {Pick(Text(depth - 1), Integer(depth - 1), Number(0), Boolean(0))})",
            1 => $"({Text(depth - 1)} * {_random.Next(-1, 4)})",
            2 => $"({MaybeText(depth - 1)} ?? {Text(depth - 1)})",
            3 => $"({Condition(depth - 1)} ? {Text(depth - 1)} : {Text(depth - 1)})",
            4 => Interpolated(depth),
            5 or 6 => $"({Text(depth - 1)} | {TextFunction()})",
            7 => $"({Text(depth - 1)} {Pick("|", "|>")} {TextFunction()} | {TextFunction()})",
            8 => $"({ListText(depth - 1)})",
            9 when _scope.Find(ValueKind.Character) is { } character => $"({character} + {Pick(Text(depth - 1), "2", character)})",
            10 when _scope.Find(ValueKind.Captured) is { } captured => $"(\"\" + {captured})",
            11 when Include() is { } include => Pick(
                $"(({include}) * 2)",
                $"(\"<\" + ({include}) + {Text(0)})",
                $"(({include}) | string.upcase)"
            ),
            12 => TimeText(),
            13 => $"({Pick(Known(ValueKind.Integer, "7"), Known(ValueKind.Number, "2.5"))} | math.format \"{Pick("N2", "0.00", "E2")}\")",
            14 when !_isFunction => Json(),
            15 => Narrowed(Text, isCondition: false),
            16 or 17 => $"({UnionText(depth - 1)})",
            _ => Text(0),
        };
    }

    private string Interpolated(int depth)
    {
        var parts = Pick(Integer(0), Boolean(0), Known(ValueKind.MaybeText, "3"), Known(ValueKind.Text, "1"), Text(depth - 1));
        return parts.Contains('"') || parts.Contains('\'') || parts.Contains('`')
            ? $"$'{{{Known(ValueKind.Integer, "1")}}}{{{Known(ValueKind.MaybeNumber, "1.5")}}}'"
            : $"$\"x{{{parts}}}y{{{Known(ValueKind.Number, "0.5")}}}{{{Known(ValueKind.MaybeBoolean, "true")}}}{{{Known(ValueKind.Choice, "2")}}}\"";
    }

    private string MaybeText(int depth)
    {
        if (depth == 0)
        {
            return Known(ValueKind.MaybeText, "null", "(null)", "\"s\"", "(true ? null : \"x\")");
        }

        return _random.Next(7) switch
        {
            0 => $"({Known(ValueKind.MaybeText, "null")} ?! {Text(depth - 1)})",
            1 => $"({Condition(depth - 1)} ? {MaybeText(0)} : {Text(depth - 1)})",
            2 => $"({Texts(depth - 1)} | array.{Pick("first", "last")})",
            3 => $"({Known(ValueKind.Texts, "[\"a\"]")})[{Pick("0", "-1", "5", Integer(0))}]",
            4 => $"({MaybeText(0)} ?? {MaybeText(0)})",
            _ => MaybeText(0),
        };
    }

    // Piped into, so that what stands before it is its first argument.
    private string TextFunction() =>
        Pick(
            $"string.{Pick("upcase", "downcase", "capitalize", "capitalizewords", "strip", "lstrip", "rstrip", "strip_newlines", "escape", "handleize", "literal")}",
            $"string.{Pick("append", "prepend", "remove", "remove_first", "remove_last")} {Text(0)}",
            $"string.{Pick("replace", "replace_first")} \"a\" {Text(0)}",
            $"string.replace_first 'a' 'b' {Pick("true", "from_end: false")}",
            $"string.{Pick("pad_left", "pad_right", "truncate", "truncatewords", "slice1")} {_random.Next(0, 6)}",
            $"string.truncate length: 3 ellipsis: {Text(0)}",
            $"string.truncate 4 ellipsis: \"~\"",
            $"string.slice {_random.Next(0, 2)} {Pick("", "length: 1")}",
            "string.split \"a\" | array.join \"-\"",
            $"object.default {Text(0)}",
            $"string.upcase + {Text(0)}",
            $"string.{Pick("md5", "sha1", "sha256", "base64_encode")}",
            $"string.hmac_sha256 {Text(0)}",
            $"html.{Pick("escape", "strip", "url_encode", "url_escape", "newline_to_br")}",
            "html.escape | string.size + \"\"",
            $"regex.replace \"[a-z]+\" {Pick("\"<$0>\"", Text(0))}",
            "regex.split \"[ ,]\" | array.join \"|\"",
            "regex.escape",
            "@string.upcase",
            "object.typeof"
        );

    private string ListText(int depth) =>
        Pick(
            $"{Texts(depth)} | array.join {Text(0)}",
            $"array.join {Texts(depth)} delimiter: {Text(0)}",
            $"{Integers(depth)} | array.join \"-\"",
            $"{Texts(depth)} | array.first ?? \"none\"",
            $"{Known(ValueKind.Gaps, "tags")} | array.join \",\"",
            _isFunction ? "'f'" : $"{Texts(depth)} | array.join \"\" {InPlace(ValueKind.Text, Text)}",
            _isFunction ? "'f'" : $"{Items(depth)} | array.each {InPlace(ValueKind.Item, Text)} | array.join \"|\""
        );

    private string Json() =>
        Pick(
            $"(json {Pick(Text(0), Positive(Integer(0)), Known(ValueKind.Number, "0.5"), MaybeText(0), Boolean(0))})",
            $"({Pick(Known(ValueKind.Texts, "[1]"), Known(ValueKind.Items, "[]"), Known(ValueKind.Item, "[1.5]"), Known(ValueKind.Prices, "[true]"))} | json)",
            $"({Pick(Known(ValueKind.Rooms, "1"), Known(ValueKind.Place, "2"), Known(ValueKind.Anything, "null"), Known(ValueKind.Grid, "[]"))} | json indent: {Pick("2", "1", "0")})"
        );
}
