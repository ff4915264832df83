using PromptKit.Generators.Tests.Differential;
using Scriban;
using Scriban.Runtime;

namespace PromptKit.Generators.Tests.GeneratedCode;

/// <summary>A list that is kept computes its items when they are read, so a function that fails on one fails only then.</summary>
public sealed class KeptListTests
{
    [Theory]
    [InlineData("v = ns | array.each @(do; ret $0 // m; end); if n > 5; v | array.join ','; end")]
    [InlineData("v = ns | array.filter @(do; ret $0 // m > 1; end); if n > 5; for i in v; i; end; end")]
    [InlineData("v = ns | array.each @(do; ret $0 // m; end) | array.filter @(do; ret $0 > n; end); if n > 5; v.size; end")]
    [InlineData("v = n > 0 ? (ns | array.each @(do; ret $0 // m; end)) : ns; if n > 5; v | array.join ','; end")]
    [InlineData("v = ns | array.each @(do; ret $0 // m; end); w = v; if n > 5; w[0]; end")]
    [InlineData("v = [7 // m] | array.each @(do; ret $0 // n; end); n", "PK4104")]
    [InlineData("if n > 0; ns | array.each @(do; ret $0 // m; end) | array.join ','; end")]
    public void ItFailsWhereScribanFails(string statements, params string[] warnings)
    {
        var template = "[{{ " + statements + " }}]";
        var schema = "---\ninput: { schema: { n: integer, m: integer, ns(array): integer } }\n---\n";
        using var loaded = TestProject.With("t.prompt", schema + template).Run(warnings).Load();
        var prompt = loaded.Prompt("App.TPrompt");
        foreach (var (n, m) in new[] { (7, 2), (1, 2), (7, 0), (1, 0), (0, 0) })
        {
            var model = new ScriptObject
            {
                ["n"] = n,
                ["m"] = m,
                ["ns"] = new ScriptArray { 4, 9 },
            };

            var expected = Reference.Render(Template.Parse(template), model, out _);

            Assert.Equal(expected, RenderedText.Of(prompt, $"{{\"n\":{n},\"m\":{m},\"ns\":[4,9]}}", out _));
        }
    }
}
