using PromptKit.Compiler.Binding.Functions;

namespace PromptKit.Generators.Tests.Differential;

/// <summary>For each function, templates that call it with arguments of every kind that it takes.</summary>
internal static class FunctionTemplates
{
    public const string Schema = """
        ---
        input:
          schema:
            which: integer
            text: string
            other: string
            third: string
            nick?: string
            n: integer
            m: integer
            x: number
            y: number
            flag: boolean
            tier(enum): [free, pro, enterprise]
            day: date
            moment: datetime
            texts(array): string
            more(array): string
            gaps: { type: array, items: { type: [string, "null"] } }
            nums(array): integer
            reals(array): number
            flags(array): boolean
            tiers(array): { type: string, enum: [free, pro, enterprise] }
            days(array): date
            items(array):
              id: integer
              title: string
              price: number
              done: boolean
              due: date
              tier(enum): [free, pro, enterprise]
            rows:
              type: array
              items:
                type: [object, "null"]
                required: [id, title, note]
                properties: { id: { type: integer }, title: { type: string }, note: { type: [string, "null"] } }
            prices:
              (*): number
        ---

        """;

    private static readonly string[] Texts = ["text", "other", "third", "tier", "n", "x", "flag", "day", "\"a\"", "\"\"", "(text + other)"];

    private static readonly string[] Cultures = ["\"de-DE\"", "\"tr-TR\"", "\"en-US\"", "\"\""];

    private static readonly string[] Patterns = ["\"a\"", "\"(\\\\w)(\\\\s)?\"", "\"\"", "\"[A-Z]+\"", "\"i\"", "text", "\"^.\""];

    // Arguments that a random one would hardly ever be: the compiler or Scriban refuses most others.
    private static readonly Dictionary<string, string[]> Special = new(StringComparer.Ordinal)
    {
        ["string.to_int.text"] = ["text", "n", "\"12\"", "\"-3\"", "\" 4 \"", "\"x\""],
        ["string.to_long.text"] = ["text", "n", "\"123456789012\"", "\"+3\""],
        ["string.to_double.text"] = ["text", "x", "\"1.5\"", "\"1,234\"", "\"1e3\"", "\".5\""],
        ["math.minus.value"] = ["n", "m", "x"],
        ["math.minus.with"] = ["m", "y", "2", "0.5"],
        ["math.modulo.value"] = ["n", "m", "x"],
        ["math.modulo.with"] = ["m", "y", "2", "0.5"],
        ["math.plus.with"] = ["m", "y", "text", "2"],
        ["math.times.with"] = ["m", "x", "2", "0.25"],
        // A great index or width would fill the memory.
        ["array.insert_at.index"] = ["m", "0", "3", "-2"],
        ["string.pad_left.width"] = ["m", "0", "20", "-2"],
        ["string.pad_right.width"] = ["m", "0", "20", "-2"],
        ["array.any.function"] = ["@(do; ret $0 == \"a\"; end)", "@(do; ret $0 > 1; end)", "@string.empty", "@(do; ret $0; end)"],
        ["array.each.function"] =
        [
            "@string.upcase",
            "@(do; ret $0 + \"!\"; end)",
            "@(do; ret $0 + 1; end)",
            "@(do; ret $0.title; end)",
            "@(do; ret $0.id * 2; end)",
            "@(do; ret $0 + text; end)",
        ],
        ["array.filter.function"] =
        [
            "@(do; ret $0 != \"a\"; end)",
            "@(do; ret $0 > 1; end)",
            "@string.empty",
            "@(do; ret $0; end)",
            "@(do; ret $0.done; end)",
            "@(do; ret $0.id > n; end)",
            "do; ret $0 != text; end",
        ],
        ["array.join.function"] = ["@string.upcase", "@(do; ret \"<\" + $0 + \">\"; end)", "@string.size"],
        ["array.map.member"] = ["\"title\"", "\"id\"", "\"price\"", "\"done\"", "\"due\"", "\"tier\"", "\"note\""],
        ["date.parse.text"] =
        [
            "\"2024-03-09 14:05\"",
            "text",
            "\"2024-03-09T14:05:06Z\"",
            "\"2024-03-09T14:05:06+02:00\"",
            "\"Sat Mar 09 2024\"",
        ],
        ["date.parse.pattern"] = ["\"%F\"", "\"%Y-%m-%d %H:%M\"", "\"%d %B %Y\"", "\"%j\"", "\"%g%F\"", "text"],
        ["date.parse.culture"] = Cultures,
        ["date.parse_to_string.text"] = ["\"2024-03-09 14:05\"", "text"],
        ["date.parse_to_string.output_pattern"] = ["\"%d %B %Y\"", "\"%x %X\"", "\"%q\"", "\"yyyy\""],
        ["date.parse_to_string.output_culture"] = Cultures,
        ["date.parse_to_string.input_pattern"] = ["\"%F\"", "\"%Y-%m-%d %H:%M\""],
        ["date.parse_to_string.input_culture"] = Cultures,
        ["date.to_string.pattern"] =
        [
            "\"%a %A %b %B %c\"",
            "\"%C %d %D %e %F\"",
            "\"%h %H %I %j %k %l %L\"",
            "\"%m %M %n %N %p %P\"",
            "\"%r %R %s %S %t %T\"",
            "\"%u %U %v %V %w %W\"",
            "\"%x %X %y %Y %% %q %\"",
            "\"%g\"",
            "\"%A %g%A\"",
            "text",
        ],
        ["date.to_string.culture"] = Cultures,
        ["math.divided_by.divisor"] = ["y", "3", "-2", "0", "0.25", "5000000000"],
        ["math.format.format"] = ["\"N2\"", "\"0.00\"", "\"X\"", "\"C\"", "\"D3\"", "\"E2\"", "\"#,##0\"", "text"],
        ["math.format.culture"] = Cultures,
        ["object.format.format"] = ["\"N2\"", "\"0.00\"", "\"X\"", "\"P0\""],
        ["object.format.culture"] = Cultures,
        ["math.round.precision"] = ["2", "0", "m", "15", "-1"],
        ["object.has_key.value"] = ["prices"],
        ["object.has_key.key"] = ["\"apple\"", "\"pear\"", "text"],
        ["object.has_value.value"] = ["prices"],
        ["object.has_value.key"] = ["\"apple\"", "\"pear\"", "text"],
        ["object.keys.value"] = ["prices"],
        ["object.values.value"] = ["prices"],
        ["object.size.value"] = ["text", "tier", "texts", "items", "prices", "[]"],
        ["regex.match.pattern"] = Patterns,
        ["regex.matches.pattern"] = Patterns,
        ["regex.replace.pattern"] = Patterns,
        ["regex.replace.replace"] = ["\"<$0>\"", "\"$1\"", "other", "\"\""],
        ["regex.split.pattern"] = Patterns,
        ["string.base64_decode.text"] = ["\"YWJj\"", "text", "\"w6k=\""],
        ["string.index_of.start_index"] = ["0", "1", "m"],
        ["string.index_of.count"] = ["1", "0", "m"],
        ["string.index_of.string_comparison"] =
        [
            "\"Ordinal\"",
            "\"OrdinalIgnoreCase\"",
            "\"CurrentCulture\"",
            "\"InvariantCultureIgnoreCase\"",
            "\"no\"",
        ],
        ["timespan.parse.text"] = ["\"1.02:03:04\"", "\"90\"", "text", "\"00:00:00.5\""],
        ["array.sort.member"] = ["\"title\"", "\"id\"", "\"price\"", "\"due\"", "\"tier\"", "\"\"", "\"done\"", "\"note\""],
    };

    /// <summary>The templates of a function; not all of them compile.</summary>
    public static IEnumerable<string> Of(TemplateFunction function)
    {
        var parameters = function.Parameters;
        var required = parameters.Count(parameter => !parameter.IsOptional);
        for (var count = required; count <= parameters.Count; count++)
        {
            var pools = parameters.Take(count).Select((parameter, index) => Pool(function, parameter, index)).ToList();
            var usual = pools.ConvertAll(pool => pool[0]);
            for (var position = 0; position < Math.Max(count, 1); position++)
            {
                foreach (var argument in count == 0 ? [""] : pools[position])
                {
                    var arguments = usual.ToArray();
                    if (count > 0)
                    {
                        arguments[position] = argument;
                    }

                    foreach (var call in Calls(function, arguments))
                    {
                        yield return call;
                    }
                }
            }
        }
    }

    // Piped, and with the arguments behind the name; printed, and as a list.
    private static IEnumerable<string> Calls(TemplateFunction function, string[] arguments)
    {
        var direct = $"{function.Name} {string.Join(' ', arguments)}";
        var piped = arguments.Length == 0 ? direct : $"{arguments[0]} | {function.Name} {string.Join(' ', arguments[1..])}";
        yield return $"[{{{{ {piped} }}}}]";
        if (!Array.Exists(arguments, argument => argument.StartsWith("do", StringComparison.Ordinal)))
        {
            yield return $"[{{{{ v = ({direct}) }}}}{{{{ v }}}}]";
            if (
                function.Name.StartsWith("array.", StringComparison.Ordinal)
                || function.Name is "string.split" or "regex.match" or "regex.split" or "object.keys" or "object.values"
            )
            {
                yield return $"[{{{{ {piped} | array.join \"|\" }}}}]";
            }

            if (function.Name is "regex.matches")
            {
                yield return $"[{{{{ for v in ({direct}) }}}}<{{{{ v | array.join \"|\" }}}}>{{{{ end }}}}]";
            }

            if (arguments.Length > 0 && arguments[0] == "items")
            {
                yield return $"[{{{{ for v in ({direct}) }}}}<{{{{ v.title }}}}>{{{{ end }}}}]";
            }
        }
    }

    private static string[] Pool(TemplateFunction function, FunctionParameter parameter, int index)
    {
        if (Special.TryGetValue($"{function.Name}.{parameter.Name}", out var special))
        {
            return special;
        }

        string[] pool = parameter.Kind switch
        {
            ParameterKind.Text => [Texts[Math.Min(index, 2)], .. Texts],
            ParameterKind.Integer => ["m", "n", "x", "0", "3", "-2"],
            ParameterKind.Number or ParameterKind.Numeric => index == 0 ? ["x", "n", "m", "7", "0.5"] : ["y", "m", "x", "2", "0.25", "-3"],
            ParameterKind.Boolean => ["flag", "true", "false"],
            ParameterKind.List => index == 0 ? Lists : ["more", .. Lists],
            ParameterKind.Date => ["moment", "day", "(moment | date.add_days 1)", "date.parse(\"2024-02-29\") ?? moment"],
            ParameterKind.Value =>
            [
                "text",
                "n",
                "m",
                "x",
                "flag",
                "tier",
                "day",
                "texts",
                "nums",
                "items",
                "prices",
                "\"a\"",
                "1",
                "1.5",
                "null",
            ],
            _ => ["\"a\""],
        };
        return parameter.TakesNull ? [.. pool, "nick", "null"] : pool;
    }

    private static string[] Lists =>
        ["texts", "nums", "reals", "flags", "tiers", "days", "items", "rows", "gaps", "[]", "[1, 2, 1]", "[\"b\", \"a\"]", "(1..m)"];
}
