using System.Text.Json;
using static PromptKit.Tests.Prompts.Outputs;

namespace PromptKit.Tests.Outputs;

/// <summary>The schema that is sent, by what OpenAI's structured outputs ask of one.</summary>
public sealed class ResponseFormatTests
{
    private static readonly string[] s_supported =
    [
        "type",
        "properties",
        "required",
        "additionalProperties",
        "items",
        "enum",
        "const",
        "anyOf",
        "$ref",
        "$defs",
        "description",
        "format",
        "pattern",
        "minimum",
        "maximum",
        "exclusiveMinimum",
        "exclusiveMaximum",
        "multipleOf",
        "minItems",
        "maxItems",
    ];

    public static TheoryData<string> Names() => [.. All().Select(prompt => prompt.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void TheRootIsAnObject_EveryObjectIsClosedAndRequiresItsMembers_AndEveryKeywordIsSupported(string name)
    {
        var schema = SchemaOf(All().Single(prompt => prompt.Name == name));

        Assert.Equal("object", schema.GetProperty("type").GetString());
        Assert.False(schema.TryGetProperty("anyOf", out _));
        Check(schema);
    }

    [Fact]
    public void WhatIsOptionalMayBeNull_AndWhatIsNotSupportedIsSaid() =>
        Assert.Equal(
            """{"type":"object","properties":{"category":{"type":"string","enum":["network","billing","my account","other"]},"urgency":{"type":"integer","description":"1 (low) to 5 (critical)"},"summary":{"type":"string"},"confidence":{"type":["number","null"]},"resolved":{"type":["boolean","null"]},"tags":{"type":["array","null"],"items":{"type":"string"}},"contact":{"type":["object","null"],"properties":{"name":{"type":"string"},"email":{"type":["string","null"]}},"required":["name","email"],"additionalProperties":false},"steps":{"type":["array","null"],"items":{"type":"object","properties":{"title":{"type":"string"},"minutes":{"type":["integer","null"]}},"required":["title","minutes"],"additionalProperties":false}}},"required":["category","urgency","summary","confidence","resolved","tags","contact","steps"],"additionalProperties":false}""",
            SchemaOf(Ticket).GetRawText()
        );

    [Fact]
    public void ReferencesStayWhereAWrapperIsPutAround() =>
        Assert.Equal("array", SchemaOf(People).GetProperty("properties").GetProperty("value").GetProperty("type").GetString());

    [Fact]
    public void TheFormatIsOneObjectForAllRenderings() =>
        Assert.Same(Ticket.Render().Options.ResponseFormat, Ticket.Render().Options.ResponseFormat);

    // Members of any name cannot be had strictly.
    private static IEnumerable<Prompt> All() => Prompts.All.Where(prompt => prompt != Settings && prompt.OutputSchema is not null);

    private static JsonElement SchemaOf(Prompt prompt)
    {
        var input = prompt.InputSchema is null ? "{}" : """{"reason":"r"}""";
        return ((ChatResponseFormatJson)prompt.Render(JsonElement.Parse(input)).Options.ResponseFormat!).Schema!.Value;
    }

    private static void Check(JsonElement schema)
    {
        Assert.All(schema.EnumerateObject(), keyword => Assert.Contains(keyword.Name, s_supported));
        if (schema.TryGetProperty("properties", out var properties))
        {
            Assert.Equal(JsonValueKind.False, schema.GetProperty("additionalProperties").ValueKind);
            Assert.Equal(
                properties.EnumerateObject().Select(member => member.Name),
                schema.GetProperty("required").EnumerateArray().Select(member => member.GetString())
            );
            Assert.All(properties.EnumerateObject(), member => Check(member.Value));
        }

        if (schema.TryGetProperty("items", out var items))
        {
            Check(items);
        }

        if (schema.TryGetProperty("anyOf", out var alternatives))
        {
            Assert.All(alternatives.EnumerateArray(), Check);
        }

        if (schema.TryGetProperty("$defs", out var definitions))
        {
            Assert.All(definitions.EnumerateObject(), definition => Check(definition.Value));
        }

        if (schema.TryGetProperty("$ref", out _))
        {
            Assert.Single(schema.EnumerateObject());
        }
    }
}
