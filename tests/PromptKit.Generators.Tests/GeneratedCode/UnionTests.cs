using System.Text.Json;
using PromptKit.Generators.Tests.Differential;
using Scriban;
using Scriban.Runtime;

namespace PromptKit.Generators.Tests.GeneratedCode;

/// <summary>Members of values that are one of several objects render as Scriban renders them: null where there is none.</summary>
public sealed class UnionTests
{
    private const string Schema = """
        ---
        input:
          schema:
            type: object
            required: [shape, shapes]
            properties:
              shape: { $ref: "#/$defs/Shape" }
              other: { $ref: "#/$defs/Shape" }
              shapes: { type: array, items: { $ref: "#/$defs/Shape" } }
            $defs:
              Shape:
                oneOf:
                  - type: object
                    required: [kind, radius, name, tone]
                    properties:
                      kind: { const: circle }
                      name: { type: string }
                      radius: { type: number }
                      tone: { enum: [light, dark] }
                    additionalProperties: false
                  - type: object
                    required: [kind, name, parts, count]
                    properties:
                      kind: { const: group }
                      name: { type: string }
                      tone: { enum: [loud, mute] }
                      count: { type: integer }
                      parts: { type: array, items: { type: string } }
                    additionalProperties: false
        ---

        """;

    private const string Circle = """{"kind":"circle","name":"a\nb","radius":1.5,"tone":"dark"}""";
    private const string Group = """{"kind":"group","name":"g","count":3,"parts":["x","y"]}""";

    [Theory]
    [InlineData("shape.kind + shape.name")]
    [InlineData("shape.radius")]
    [InlineData("shape.count; shape.tone")]
    [InlineData("(shape.radius ?? 7.5) * 2")]
    [InlineData("if shape.radius; shape.radius + 1; else; 'none'; end")]
    [InlineData("if shape.kind == 'circle' && shape.tone; shape.tone + '!'; end")]
    [InlineData("case shape.kind; when 'circle'; 1; when 'group'; 2; end")]
    [InlineData("for part in shape.parts ?? []; part; end")]
    [InlineData("for one in shapes; one.kind; one.name.size; one.count ?? 0; one.radius; end")]
    [InlineData("other?.kind; other?.radius; other?.name")]
    [InlineData("if other; other.kind; other.tone; end")]
    [InlineData("shapes[0]?.kind; shapes[1]?.tone; shape['name']")]
    [InlineData("shape; shapes")]
    [InlineData("shapes | array.map 'kind' | array.join ','; shapes | array.map 'name'")]
    [InlineData("shapes | array.map 'radius'; shapes | array.map 'count'; (shapes | array.map 'parts').size")]
    [InlineData("for one in shapes | array.sort 'name'; one.kind; end")]
    [InlineData("for one in shapes | array.sort 'count'; one.kind; end")]
    [InlineData("for one in shapes | array.sort 'tone'; one.kind; end")]
    [InlineData("for one in shapes | array.filter @(do; ret $0.radius; end); one.kind; end")]
    [InlineData("shapes | array.any @(do; ret $0.count == 3; end); shapes | array.each @(do; ret $0.tone; end)")]
    public void AMemberIsWhatTheObjectAtHandHas(string statements)
    {
        var template = "{{ " + statements + " }}|";
        // Printing an object is a warning.
        var warnings = statements.StartsWith("shape;", StringComparison.Ordinal) ? ["PK4103"] : Array.Empty<string>();
        using var loaded = TestProject.With("t.prompt", Schema + template).Silence("PK4104").Run(warnings).Load();
        foreach (var (shape, other) in new[] { (Circle, Group), (Group, Circle), (Circle, null) })
        {
            var json = $"{{\"shape\":{shape},\"shapes\":[{Circle},{Group}]{(other is null ? "" : $",\"other\":{other}")}}}";
            var model = new ScriptObject
            {
                ["shape"] = Model(shape),
                ["shapes"] = new ScriptArray { Model(Circle), Model(Group) },
                ["other"] = other is null ? null : Model(other),
            };

            var expected = Reference.Render(Template.Parse(template), model, out var failure);

            Assert.Equal("", failure);
            Assert.Equal(expected, loaded.Prompt("App.TPrompt").Render(JsonElement.Parse(json)).Messages[0].Text);
        }
    }

    private static ScriptObject Model(string json)
    {
        var model = new ScriptObject();
        foreach (var member in JsonElement.Parse(json).EnumerateObject())
        {
            model[member.Name] = member.Value.ValueKind switch
            {
                JsonValueKind.Array => new ScriptArray(member.Value.EnumerateArray().Select(item => item.GetString())),
                JsonValueKind.Number when member.Name == "count" => member.Value.GetInt32(),
                JsonValueKind.Number => member.Value.GetDouble(),
                _ => member.Value.GetString(),
            };
        }

        return model;
    }
}
