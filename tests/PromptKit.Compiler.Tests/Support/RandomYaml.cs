using System.Text;

namespace PromptKit.Compiler.Tests.Support;

/// <summary>Random YAML: mostly right, over the keys of a front matter and over others.</summary>
internal sealed class RandomYaml
{
    private static readonly string[] Keys =
    [
        "name",
        "description",
        "model",
        "config",
        "temperature",
        "topP",
        "maxOutputTokens",
        "stopSequences",
        "reasoningEffort",
        "additional",
        "input",
        "output",
        "schema",
        "default",
        "metadata",
        "tools",
        "agents",
        "my.key",
        "config.seed",
        "a",
        "a?",
        "tier(enum)",
        "items(array, the items)",
        "(*)",
        "\"quoted\"",
        "'it''s'",
        "🎉",
        "class",
        "<<",
        "? x",
        "*alias",
        "",
    ];

    private static readonly string[] Scalars =
    [
        "string",
        "integer, how many",
        "number",
        "boolean",
        "any",
        "text",
        "1",
        "-2.5",
        "1e400",
        "99999999999999999999",
        "true",
        "null",
        "~",
        "",
        "\"quoted \\\"text\\\"\"",
        "'single'",
        "\"open",
        "a: b",
        "a #b",
        "*alias",
        "&anchor x",
        "!!str x",
        "@at",
        "`tick",
        "|\n  block\n",
        ">-\n  folded: text\n",
        "[a, b]",
        "[a, b",
        "{ a: 1, b }",
        "{ a: 1",
        "]",
        "\ttab",
        "https://example.com/x?y#z",
    ];

    private readonly Random _random;
    private readonly StringBuilder _yaml = new();

    private RandomYaml(Random random) => _random = random;

    public static string Next(Random random)
    {
        var yaml = new RandomYaml(random);
        yaml.Map(indent: 0, depth: 0);
        return yaml._yaml.ToString();
    }

    private void Map(int indent, int depth)
    {
        for (var left = _random.Next(1, 6); left > 0; left--)
        {
            _yaml.Append(' ', indent).Append(Keys[_random.Next(Keys.Length)]).Append(_random.Next(20) == 0 ? ":" : ": ");
            Value(indent, depth);
        }
    }

    private void Value(int indent, int depth)
    {
        switch (depth < 4 ? _random.Next(8) : 7)
        {
            case 0 or 1:
                _yaml.Append('\n');
                Map(indent + _random.Next(1, 4), depth + 1);
                break;
            case 2:
                _yaml.Append('\n');
                for (var left = _random.Next(4); left > 0; left--)
                {
                    _yaml.Append(' ', indent + 2).Append("- ").Append(Scalar()).Append('\n');
                }

                break;
            case 3:
                _yaml.Append("{ ").Append(Keys[_random.Next(Keys.Length)]).Append(": ").Append(Scalar()).Append(" }\n");
                break;
            default:
                _yaml.Append(Scalar()).Append('\n');
                break;
        }
    }

    private string Scalar() => _random.Next(12) == 0 ? RandomText.Next(_random, 4) : Scalars[_random.Next(Scalars.Length)];
}
