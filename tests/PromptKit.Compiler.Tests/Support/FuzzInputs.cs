using System.Text;

namespace PromptKit.Compiler.Tests.Support;

/// <summary>Prompts that nobody wrote: mutations of those somebody did, random YAML, random characters, deep nesting.</summary>
internal sealed class FuzzInputs
{
    private static readonly string[] ProjectPaths =
    [
        "greet.prompt",
        "prompts/support/triage_agent.prompt",
        "prompts/1st.prompt",
        "q&a.prompt",
        "🎉.prompt",
        "a\"b.prompt",
        "a\nb.prompt",
        "a\u2028b.prompt",
        "a*/b.prompt",
        "class.prompt",
        "prompts/class/string.prompt",
        "C#;x/%41 {0}.prompt",
        "../outside/prompts/x.prompt",
        ".prompt",
        "..prompt",
        "_part.prompt",
        "a.b.prompt",
        "A/B/C/D/E/f.PROMPT",
        "\u202eevil.prompt",
    ];

    private static readonly string[] Openers =
    [
        "{",
        "[",
        "(",
        "{{ (",
        "{ a: ",
        "- ",
        "\"",
        "{%{",
        "{{ {",
        "  a:\n",
        "{{ if x }}",
        "{{ a + (",
        "- - ",
    ];

    private readonly Random _random;
    private readonly string[] _seeds;

    public FuzzInputs(Random random)
    {
        _random = random;
        _seeds = [.. GoldenCase.SinglePrompts().Select(golden => golden.ReadPrompt()), .. RepositoryPrompts()];
    }

    public PromptSource Next()
    {
        var path = _random.Next(4) == 0 ? ProjectPaths[_random.Next(ProjectPaths.Length)] : "greet.prompt";
        return new PromptSource("/app/" + path, path, NextContent(), new ProjectSettings(TestCompiler.Namespace));
    }

    private static IEnumerable<string> RepositoryPrompts()
    {
        var folder = RepositoryFolder.Path("prompts");
        return Directory.Exists(folder)
            ? Directory
                .EnumerateFiles(folder, "*.prompt", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .Select(File.ReadAllText)
            : [];
    }

    private string NextContent() =>
        _random.Next(20) switch
        {
            < 12 => Mutate(Seed()),
            < 15 => $"---\n{RandomYaml.Next(_random)}---\nHello {{{{ name }}}}.\n",
            15 => Mutate($"---\n{RandomYaml.Next(_random)}---\n{Body(Seed())}"),
            16 => RandomText.Next(_random, 40),
            17 => RandomText.NextCodeUnits(_random, 200),
            18 => RandomBytes(),
            _ => Nested(),
        };

    private string Seed() => _seeds[_random.Next(_seeds.Length)];

    private static string Body(string prompt) =>
        prompt[(prompt.LastIndexOf("---\n", StringComparison.Ordinal) is var fence and >= 0 ? fence + 4 : 0)..];

    private string RandomBytes()
    {
        var bytes = new byte[_random.Next(400)];
        _random.NextBytes(bytes);
        return Encoding.UTF8.GetString(bytes);
    }

    private string Nested()
    {
        var opener = Openers[_random.Next(Openers.Length)];
        var count = _random.Next(1, 300);
        var nested = string.Concat(Enumerable.Repeat(opener, count));
        return _random.Next(3) switch
        {
            0 => $"---\nmetadata: {nested}\n---\nx\n",
            1 => $"---\nmetadata:\n{string.Concat(Enumerable.Range(1, count).Select(i => new string(' ', i) + "a:\n"))}---\nx\n",
            _ => $"Text {nested} text\n",
        };
    }

    private string Mutate(string text)
    {
        for (var left = _random.Next(1, 4); left > 0; left--)
        {
            text = MutateOnce(text);
        }

        return text;
    }

    private string MutateOnce(string text)
    {
        var at = _random.Next(text.Length + 1);
        var length = Math.Min(_random.Next(1, 12), text.Length - at);
        return _random.Next(12) switch
        {
            0 => text.Remove(at, length),
            1 => text.Insert(at, text.Substring(at, length)),
            2 or 3 => text.Insert(at, RandomText.Fragment(_random)),
            4 => text[..at],
            5 => text[at..],
            6 => text.Insert(at, Openers[_random.Next(Openers.Length)]),
            7 => SwapLines(text),
            8 => text[..at] + Tail(Seed()),
            9 when length > 0 => text.Remove(at, 1).Insert(at, ((char)_random.Next(0x20, 0x7f)).ToString()),
            10 => text.ReplaceLineEndings(_random.Next(2) == 0 ? "\r\n" : "\r"),
            11 => "\uFEFF" + text,
            _ => text.Insert(at, "\n"),
        };
    }

    private string Tail(string text) => text[_random.Next(text.Length + 1)..];

    private string SwapLines(string text)
    {
        var lines = text.Split('\n');
        var (one, other) = (_random.Next(lines.Length), _random.Next(lines.Length));
        (lines[one], lines[other]) = (lines[other], lines[one]);
        return string.Join('\n', lines);
    }
}
