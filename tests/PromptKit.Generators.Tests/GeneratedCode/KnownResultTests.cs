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
}
