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
            prices:
              (*): number
        ---

        """;

    private static readonly string[] Texts = ["text", "other", "third", "tier", "n", "x", "flag", "day", "\"a\"", "\"\"", "(text + other)"];

    // Arguments that a random one would hardly ever be: the compiler or Scriban refuses most others.
    private static readonly Dictionary<string, string[]> Special = new(StringComparer.Ordinal)
    {
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
        ["array.map.member"] = ["\"title\"", "\"id\"", "\"price\"", "\"done\"", "\"due\"", "\"tier\""],
        ["array.sort.member"] = ["\"title\"", "\"id\"", "\"price\"", "\"due\"", "\"tier\"", "\"\"", "\"done\""],
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
            yield return $"[{{{{ {piped} | array.join \"|\" }}}}]";
            yield return $"[{{{{ for v in ({direct}) }}}}<{{{{ v.title }}}}>{{{{ end }}}}]";
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
            ParameterKind.Date => ["moment", "day", "(moment | date.add_days 1)"],
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
        ["texts", "nums", "reals", "flags", "tiers", "days", "items", "gaps", "[]", "[1, 2, 1]", "[\"b\", \"a\"]", "(1..m)"];
}
