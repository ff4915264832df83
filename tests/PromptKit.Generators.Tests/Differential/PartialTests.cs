using Scriban;
using Scriban.Runtime;

namespace PromptKit.Generators.Tests.Differential;

/// <summary>Partials render as Scriban's interpreter renders them with a template loader, to the character.</summary>
public sealed class PartialTests
{
    private const string Input = "---\ninput:\n  schema:\n    name: string\n    nick?: string\n    tags(array): string\n---\n";

    // An input that nobody reads is a warning.
    private const string ReadsAll = "{{ if false }}{{ name }}{{ nick }}{{ tags.size }}{{ end }}";

    public static TheoryData<string, string[]> Cases =>
        new()
        {
            { "[{{ include \"a\" }}]", ["a: Hello {{ name }}!\n"] },
            { "[{{ include \"a\" x: name y: (1 + 2) }}]", ["a: {{ $x }}{{ $y * 2 }}"] },
            { "[\n  {{ include \"a\" }}\n]", ["a: one\ntwo\n\nthree"] },
            { "[\n  {{ include \"a\" }}]", ["a: x\n {{ for t in tags }}\n - {{ t }}\n {{ end }}y\n"] },
            { "[\n  {{ for t in tags }}{{ include \"a\" }}{{ end }}]", ["a: {{ for.index }}{{ t }}\n"] },
            { "{{ x = include \"a\" }}[{{ x }}{{ x.size }}]", ["a: Hi\n"] },
            {
                "{{ if (include \"a\") == \"Hi\" }}yes{{ else if include(\"b\") != \"\" }}b{{ else }}no{{ end }}|",
                ["a: Hi\n", "b: {{ name }}"]
            },
            { "{{ \"<\" + (include \"a\" n: name) + \">\" }}", ["a: {{ $n }}{{ $n }}"] },
            {
                "{{ include \"a\" x: name | string.upcase }}|{{ include(\"a\", x: name) | string.size }}",
                ["a: a{{ $x | string.append \"b\" }}\n"]
            },
            { "{{ nick ? (include \"a\" n: nick) : (include \"b\") }}|", ["a: {{ $n.size }}", "b: none"] },
            { "{{ capture c }}{{ include \"a\" }}{{ end }}[{{ c }}]", ["a: x{{ name }}\n"] },
            {
                "[{{ include \"a\" }}]",
                ["a: {{ $t = 0 }}{{ for x in tags }}{{ $t = $t + 1 }}{{ end }}{{ $t }}{{ include \"b\" x: $t }}", "b: ({{ $x }})"]
            },
            { "[{{ include \"a\" }}]", ["a: \n  {{ include \"b\" }}", "b: 1\n2\n  {{ name }}\n"] },
            { "[\n  {{ if true ~}}{{- include \"a\" -}}\nraw\n{{ end }}]", ["a: k{{ capture $c }}z\n{{ end }}"] },
            { "[{{ include \"a\" }}]\n", ["a: {{ case 1 }}\n  {{ when 1 }}abc\ndef{{ end }}"] },
            { "{{ include \"a\" }}]\n", ["a: {{ case 1 }}\n  {{ when 1 }}abc\ndef{{ end }}"] },
            { "{{ while (include \"a\" n: name) == \"\" }}x{{ end }}.", ["a: {{ $n }}1"] },
            { "{{ w = 0 }}{{ while w < 2 }}{{ w = w + 1 }}{{ include \"a\" w: w }}{{ end }}", ["a: {{ $k = $w * 2 }}{{ $k }} "] },
        };

    [Theory]
    [MemberData(nameof(Cases))]
    public void AnIncludeRendersAsScribanDoes(string template, string[] partials)
    {
        var files = partials.Select(partial => ($"_{partial[0]}.prompt", partial[3..])).Prepend(("t.prompt", Input + template + ReadsAll));
        var project = files.Aggregate(new TestProject(), (project, file) => project.Add(file.Item1, file.Item2));
        // The empty line that a tag leaves is what the case is about.
        using var loaded = project.Run(partials[0].Contains("tags }}\n", StringComparison.Ordinal) ? ["PK3101"] : []).Load();
        var prompt = loaded.Prompt("App.TPrompt");
        foreach (
            var (name, nick, tags) in new (string, string?, string[])[]
            {
                ("Ada", null, []),
                ("a\nb", "n", ["x"]),
                ("", "", ["x", "y\n", "z"]),
            }
        )
        {
            var context = new TemplateContext
            {
                LoopLimit = 0,
                LimitToString = 0,
                RecursiveLimit = 0,
                StrictVariables = true,
                NewLine = "\n",
                TemplateLoader = new PartialLoader(partials.ToDictionary(partial => partial[..1], partial => partial[3..])),
            };
            context.PushGlobal(
                new ScriptObject
                {
                    ["name"] = name,
                    ["nick"] = nick,
                    ["tags"] = new ScriptArray(tags),
                }
            );
            var expected = Template.Parse(template).Render(context).Trim();
            var json = System.Text.Json.JsonSerializer.SerializeToElement(
                new
                {
                    name,
                    nick,
                    tags,
                }
            );
            var messages = prompt.Render(json).Messages;
            Assert.Equal(expected, messages.Count == 0 ? "" : messages[0].Text.Trim());
        }
    }
}
