using PromptKit.Conformance.Compiling;
using PromptKit.Conformance.Reporting;
using PromptKit.Conformance.Specification;

namespace PromptKit.Conformance;

/// <summary>The runner itself: that it sees what differs, and counts nothing as passed that is not.</summary>
public sealed class RunnerTests
{
    private const string Everything = """
        - name: everything
          template: |
            ---
            model: small
            config: { temperature: 0.2, topK: 3 }
            shop.open: true
            shop.desk.floor: 2
            output:
              schema:
                mood?: Mood, how they feel
            ---
            {{role "system"}}You greet {{name}}{{~sign}}.
            {{role "model"}}Hi.
          schemas:
            Mood: { type: string, enum: [good, bad] }
          data:
            messages: [{ role: user, content: [{ text: Hello }] }]
          tests:
            - desc: from data
              data: { input: { name: Ada, sign: "!" } }
              expect: &expected
                messages:
                  - { role: system, content: [{ text: "You greet Ada!.\n" }] }
                  - { role: model, content: [{ text: "Hi." }] }
                  - { role: user, content: [{ text: Hello }], metadata: { purpose: history } }
                model: small
                config: { topK: 3, temperature: 0.20 }
                ext: { shop: { open: true }, shop.desk: { floor: 2 } }
                output:
                  schema:
                    type: object
                    properties: { mood: { type: ["null", string], enum: [good, bad, null], description: how they feel } }
                    additionalProperties: false
            - desc: from a default
              data: { input: { sign: "!" } }
              options: { input: { default: { name: Ada } } }
              expect: *expected
        """;

    [Fact]
    public void ACaseThatGivesWhatItExpectsPasses() =>
        Assert.All(Run(Everything), result => Assert.Equal((Outcome.Passed, ""), (result.Outcome, result.Explanation)));

    [Theory]
    [InlineData("You greet Ada!.", "You greet Bob!.", "messages[0].content[0].text")]
    [InlineData("role: model", "role: user", "messages[1].role")]
    [InlineData("model: small\n        config", "model: large\n        config", "model")]
    [InlineData("temperature: 0.20", "temperature: 0.21", "config.temperature")]
    [InlineData("topK: 3, temp", "temp", "config.topK")]
    [InlineData("{ floor: 2 }", "{ floor: 3 }", "ext.shop.desk.floor")]
    [InlineData("description: how they feel }", "description: how }", "output.schema.properties.mood.description")]
    [InlineData("bad, null]", "null]", "output.schema.properties.mood.enum")]
    [InlineData("additionalProperties: false", "additionalProperties: true", "output.schema.additionalProperties")]
    [InlineData("ext: {", "weather: fine\n        ext: {", "weather")]
    public void ACaseThatExpectsSomethingElseFailsAndSaysWhere(string text, string instead, string path)
    {
        var changed = Everything.ReplaceLineEndings("\n").Replace(text, instead, StringComparison.Ordinal);
        Assert.NotEqual(Everything.ReplaceLineEndings("\n"), changed);

        var result = Run(changed)[0];

        Assert.Equal(Outcome.Failed, result.Outcome);
        Assert.Contains(path, result.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsNotCompiledYetIsNoPass()
    {
        var result = Assert.Single(Run(Suite("{{readonly names}}", "{ messages: [] }")));

        Assert.Equal((Outcome.NotCompiledYet, "PK3005"), (result.Outcome, Assert.Single(result.Ids)));
    }

    [Fact]
    public void AnErrorThatNoListExplainsIsAFailure()
    {
        var result = Assert.Single(Run(Suite("---\\nmodle: small\\n---\\nHi.", "{ messages: [] }")));

        Assert.Equal((Outcome.Failed, "PK1020"), (result.Outcome, Assert.Single(result.Ids)));
    }

    [Fact]
    public void AListedCaseThatPassesIsAFailure()
    {
        var listed = new SpecCase("metadata.yaml", "ext", "extension fields are parsed and added to 'ext'", "Hi.");

        Assert.Equal(Outcome.Failed, CaseResult.Pass(listed).Outcome);
        Assert.Equal(Outcome.Failed, CaseResult.Refuse(listed, ["PK1020"], "").Outcome);
        Assert.Equal(Outcome.Refused, CaseResult.Refuse(listed, ["PK1025", "PK1025"], "").Outcome);
    }

    [Theory]
    [InlineData("[{ name: s, template: Hi, tools: {}, tests: [{ expect: {} }] }]")]
    [InlineData("[{ name: s, template: Hi, tests: [{ clock: 12, expect: {} }] }]")]
    public void ACaseWithAKeyThatTheRunnerDoesNotReadFails(string yaml) => Assert.Equal(Outcome.Failed, Assert.Single(Run(yaml)).Outcome);

    [Fact]
    public void FrontMatterThatCannotBeReadIsLeftToTheCompiler()
    {
        var result = Assert.Single(Run(Suite("---\\nmodel: [a\\n---\\nHi.", "{ messages: [] }")));

        Assert.Equal("PK1005", Assert.Single(result.Ids));
    }

    [Theory]
    [InlineData("a {{~x~}} b", "a {{- x -}} b")]
    [InlineData("{{json x indent=2}}", "{{ json x indent: 2 }}")]
    [InlineData("{{#if x}}\na\n{{else}}\nb\n{{/if}}\n", "{{~ if x ~}}\na\n{{~ else ~}}\nb\n{{~ end ~}}\n")]
    [InlineData(
        "{{#each xs}}{{this}}{{#unless @last}}, {{/unless}}{{/each}}",
        "{{ for item in xs }}{{ item }}{{ if !for.last }}, {{ end }}{{ end }}"
    )]
    [InlineData("{{#ifEquals a \"b\"}}c{{/ifEquals}}", "{{ if a == \"b\" }}c{{ end }}")]
    [InlineData("x {{> tone name=user}} y", "x {{ include \"tone\" name: user }} y")]
    [InlineData("{{!-- a\nb --}}\nc", "{{~ ## a\nb ## ~}}\nc")]
    [InlineData("{{@user.name}} {{role \"user\"}}", "{{ user.name }} {{ role \"user\" }}")]
    public void HandlebarsTagsAreWrittenInScriban(string handlebars, string scriban) =>
        Assert.Equal(scriban, Handlebars.ToScriban(handlebars));

    private static string Suite(string template, string expected) =>
        $"- name: s\n  template: \"{template}\"\n  tests: [{{ data: {{ input: {{ names: [a] }} }}, expect: {expected} }}]\n";

    private static IReadOnlyList<CaseResult> Run(string yaml) => CaseBatch.Run(SpecReader.Read("test.yaml", yaml));
}
