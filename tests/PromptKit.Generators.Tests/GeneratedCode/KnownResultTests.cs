using System.Text.Json;
using PromptKit.Generators.Tests.Differential;
using Scriban;
using Scriban.Runtime;

namespace PromptKit.Generators.Tests.GeneratedCode;

/// <summary>A result that is known without a value does not hide that the value cannot be computed.</summary>
public sealed class KnownResultTests
{
    [Theory]
    [InlineData("(n // m) != null")]
    [InlineData("(true ? null : 1) == (n % m)")]
    [InlineData("(n // m) == (n // m)")]
    [InlineData("case n // m; when null; 'none'; else; 'some'; end")]
    [InlineData("!(n // m != null) && n > 0")]
    [InlineData("n // m > 0 && false")]
    [InlineData("n // m | object.typeof")]
    [InlineData("n // m | math.is_number")]
    [InlineData("'x' * (n // m) | math.is_number")]
    [InlineData("(n // m + 'x') | object.typeof | string.upcase")]
    [InlineData("{ a: 1, b: n // m }.a")]
    [InlineData("[1, n // m].size")]
    [InlineData("[1, n // m] | array.size")]
    [InlineData("[1, n // m] | array.first")]
    [InlineData("[1, n // m].empty?")]
    [InlineData("[n // m].empty?")]
    [InlineData("[1, n // m] | object.size")]
    [InlineData("[1, n // m] | object.typeof")]
    [InlineData("[1, n // m] | array.limit 0")]
    [InlineData("[1, n // m] | array.offset 1 | array.size")]
    [InlineData("1..(n // m) | object.typeof")]
    [InlineData("for x in [n // m] limit: 0; 'a'; end; 'b'")]
    [InlineData("for x in [1, n // m]; 'a'; end")]
    [InlineData("for x in [1, n // m] offset: 1; 'a'; else; 'b'; end; 'c'")]
    [InlineData("x = n // m; 'b'")]
    [InlineData("x = [n // m]; x[0]; 'b'")]
    [InlineData("x = { a: n // m }; 'b'")]
    [InlineData("x = { a: n // m, b: 2 }; x.b")]
    [InlineData("x = 1; x = n // m; x = 2; x")]
    [InlineData("capture x; n // m; end; 'b'")]
    [InlineData("(n // m) * 0")]
    [InlineData("(n // m) - (n // m)")]
    [InlineData("(n // m) ?? 3")]
    [InlineData("[1] | array.contains (n // m)")]
    [InlineData("[1] | array.insert_at 0 (n // m) | array.last")]
    [InlineData("'a' | string.replace 'x' ('y' * (n // m))")]
    [InlineData("while n // m < 0; end; 'b'")]
    [InlineData("$'{n // m}'.size")]
    [InlineData("case 1; when n // m; 'a'; else; 'b'; end")]
    [InlineData("(n // m) | object.default 3")]
    [InlineData("null | object.default (n // m)")]
    [InlineData("json [n // m] | string.size")]
    [InlineData("(n // m) |> object.typeof")]
    [InlineData("(n // m) ?! 2")]
    [InlineData("x = (n // m) ?! 2000000000; x + 2000000000")]
    [InlineData("((n // m) ?! 2000000000) + (m == 1 ? 1 : 2000000000)")]
    [InlineData("(n // m) ?! 'x' | string.upcase")]
    [InlineData("'a' | object.default ('b' + n // m)")]
    [InlineData("n | math.plus (n // m) | math.is_number")]
    [InlineData("[1] | array.concat [n // m] | object.size")]
    [InlineData("x = [1, n // m]; x[0]")]
    [InlineData("x = [1, n // m]; x | array.contains 1")]
    [InlineData("x = { a: [n // m] }; x.a | object.typeof")]
    [InlineData("x = { a: [n // m] }; x | object.typeof")]
    [InlineData("x = { a: n // m }; y = x; 'b'")]
    [InlineData("(n // m) == (m // m) || true")]
    [InlineData("if n // m > 0 || true; 'yes'; end")]
    [InlineData("if n // m; 'yes'; else; 'no'; end", "PK4101")]
    public void WhatCannotBeComputedFailsAsInScriban(string statements, params string[] warnings)
    {
        var template = "{{ " + statements + " }}";
        var schema = "---\ninput: { schema: { n: integer, m: integer } }\n---\n";
        using var loaded = TestProject.With("t.prompt", schema + template).Run(warnings).Load();
        var prompt = loaded.Prompt("App.TPrompt");
        foreach (var (n, m) in new[] { (7, 2), (0, 1), (7, 0) })
        {
            var model = new ScriptObject { ["n"] = n, ["m"] = m };
            var expected = Reference.Render(Template.Parse(template), model, out _);

            string Render() => prompt.Render(JsonElement.Parse($"{{\"n\":{n},\"m\":{m}}}")).Messages[0].Text;

            if (m == 0)
            {
                Assert.Null(expected);
                Assert.IsType<DivideByZeroException>(Assert.Throws<PromptRenderException>(Render).InnerException);
            }
            else
            {
                Assert.Equal(expected, Render());
            }
        }
    }

    [Theory]
    [InlineData("(include 'part') != code && 1 == 2")]
    [InlineData("(include 'part') == 'x' || true")]
    [InlineData("(include 'part') | object.typeof")]
    [InlineData("('<' + (include 'part')) |> object.typeof | string.upcase")]
    [InlineData("name[at] == 'x' && false", "PK5022")]
    [InlineData("name[at] == 'x' || true", "PK5022")]
    [InlineData("m = date.parse '9999-12-30'; d = timespan.from_days at; (m + d) > m && false", "PK5022")]
    public void NorThatAPartialACharacterOrAMomentCannot(string expression, params string[] warnings)
    {
        const string Part = "{{ name | string.base64_decode }}";
        const string Schema = "---\ninput: { schema: { name: string, code: string, at: integer } }\n---\n";
        var template = "[{{ " + expression + " }}]{{ if name == code; name; at; end }}";
        using var loaded = TestProject.With("t.prompt", Schema + template).Add("_part.prompt", Part).Run(warnings).Load();
        foreach (var (name, at) in new[] { ("QUJD", 1), ("pro", 1), ("QUJD", 7), ("QUJD", -7) })
        {
            var model = new ScriptObject
            {
                ["name"] = name,
                ["code"] = "c",
                ["at"] = at,
            };
            var partials = new PartialLoader(new Dictionary<string, string>(StringComparer.Ordinal) { ["part"] = Part });

            var expected = Reference.Render(Template.Parse(template), model, out _, partials);

            var json = $$"""{"name":"{{name}}","code":"c","at":{{at}}}""";
            Assert.Equal(expected, RenderedText.Of(loaded.Prompt("App.TPrompt"), json, out _));
        }
    }

    [Theory]
    [InlineData("tags[at] == 'x' && false")]
    [InlineData("tags[at] == 'x' || true")]
    [InlineData("(tags | array.offset at).size > 0 && false")]
    [InlineData("(tags | array.limit at).size > 0 || true")]
    [InlineData("tags[at + 1] && false")]
    [InlineData("(tags | array.limit at) == null")]
    [InlineData("[tags[at] ?? 'z'] == null")]
    [InlineData("{ a: tags[at] } == null")]
    [InlineData("(tags | array.insert_at at 'x') == null")]
    [InlineData("(tags | array.remove_at at) == null")]
    [InlineData("(tags | array.each @(do; ret 5 // at; end)) == null")]
    [InlineData("(tags | array.each @(do; ret 5 // at; end)).size > 0 || true")]
    [InlineData("(tags | array.filter @(do; ret 5 // at > 1; end)) && false", "PK4101")]
    [InlineData("('xyxy' | regex.split (at > 0 ? '(' : 'x')) == null")]
    [InlineData("('xyxy' | regex.match (at > 0 ? '(' : 'x')) && false", "PK4101")]
    [InlineData("('xyxy' | regex.split (at > 0 ? '(' : 'x') | array.each @(do; ret 5 // at; end)) == null")]
    [InlineData("('x' | string.slice at) == null")]
    [InlineData("('x' | string.pad_left at) == null")]
    public void NorThatAListHasNoSuchPlace(string expression, params string[] warnings)
    {
        var template = "[{{ " + expression + " }}]{{ at; tags }}";
        var schema = "---\ninput: { schema: { tags(array): string, at: integer } }\n---\n";
        using var loaded = TestProject.With("t.prompt", schema + template).Run(warnings).Load();
        foreach (var at in new[] { 0, 1, -1, 5_000_000_000, -5_000_000_000, long.MinValue })
        {
            var model = new ScriptObject
            {
                ["tags"] = new ScriptArray { "x", "y" },
                ["at"] = at,
            };

            var expected = Reference.Render(Template.Parse(template), model, out _);

            var json = $$"""{"tags":["x","y"],"at":{{at}}}""";
            Assert.Equal(expected, RenderedText.Of(loaded.Prompt("App.TPrompt"), json, out _));
        }
    }

    // Scriban computes it always, and fails.
    [Fact]
    public void TheSecondArgumentOfDefaultIsComputedWhereItIsWanted()
    {
        const string Template = "---\ninput: { schema: { n?: integer, m: integer } }\n---\n{{ n | object.default (6 // m) }}";
        using var loaded = TestProject.With("t.prompt", Template).Run().Load();
        var prompt = loaded.Prompt("App.TPrompt");

        Assert.Equal("5", RenderedText.Of(prompt, """{"n":5,"m":0}""", out _));
        Assert.Equal("3", RenderedText.Of(prompt, """{"m":2}""", out _));
        Assert.Null(RenderedText.Of(prompt, """{"m":0}""", out var problem));
        Assert.IsType<DivideByZeroException>(problem?.InnerException);
    }
}
