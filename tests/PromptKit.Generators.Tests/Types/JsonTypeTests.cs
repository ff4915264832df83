namespace PromptKit.Generators.Tests.Types;

/// <summary>DESIGN §4: unions, enums, and every way in which JSON is read and written.</summary>
public sealed class JsonTypeTests
{
    private const string Union = """
        output:
          schema:
            type: object
            properties:
              shape:
                oneOf:
                  - type: object
                    properties: { kind: { const: circle }, radius: { type: number } }
                    required: [kind, radius]
                    additionalProperties: true
                  - type: object
                    properties: { kind: { const: square }, side: { type: number } }
                    required: [kind, side]
                    additionalProperties: false
              level: { type: integer, enum: [1, 2] }
              mood: { enum: [very happy, 2nd best, sad] }
            required: [shape, level, mood]
            additionalProperties: false
        """;

    private const string Json = """{"shape":{"kind":"square","side":2},"level":2,"mood":"very happy"}""";

    private const string Make = "var json = " + "\"\"\"\n" + Json + "\n\"\"\"; ";

    [Fact]
    public void OneOfWithAConstIsAClosedHierarchy() =>
        Assert.Equal(
            "square 2 True",
            Evaluation
                .Prompt(Union)
                .Evaluate(
                    Make
                        + """
                        var shape = JsonSerializer.Deserialize<XOutput>(json)!.Shape;
                        var text = shape switch { XOutputShapeCircle circle => $"circle {circle.Radius}", XOutputShapeSquare square => $"square {square.Side}", _ => "" };
                        return text + " " + (typeof(XOutputShape).IsAbstract && typeof(XOutputShape).GetConstructors().Length == 0);
                        """
                )
        );

    [Fact]
    public void AnOpenCaseOfAUnionKeepsWhatItDoesNotKnow_AndWritesTheDiscriminatorOnce() =>
        Assert.Equal(
            """{"kind":"circle","radius":1,"colour":"red"}""",
            Evaluation
                .Prompt(Union.Replace("additionalProperties: true", "additionalProperties: { type: string }", StringComparison.Ordinal))
                .Evaluate(
                    "return JsonSerializer.Serialize(JsonSerializer.Deserialize<XOutputShape>(\"{\\\"colour\\\":\\\"red\\\",\\\"kind\\\":\\\"circle\\\",\\\"radius\\\":1}\"));"
                )
        );

    [Fact]
    public void EnumsAreNamedInPascalCase_AndIntegersStayIntegers() =>
        Assert.Equal(
            "Value1,Value2 VeryHappy,_2ndBest,Sad Value2 " + Json,
            Evaluation
                .Prompt(Union)
                .Evaluate(
                    Make
                        + """
                        var output = JsonSerializer.Deserialize<XOutput>(json)!;
                        var names = string.Join(",", Enum.GetNames<XOutputLevel>()) + " " + string.Join(",", Enum.GetNames<XOutputMood>());
                        return $"{names} {output.Level} {JsonSerializer.Serialize(output)}";
                        """
                )
        );

    [Fact]
    public void TheAttributeTheTypeInfoAndTheResolverGiveTheSame() =>
        Assert.Equal(
            "True True True True",
            Evaluation
                .Prompt(Union)
                .Evaluate(
                    Make
                        + """
                        var plain = JsonSerializer.Deserialize<XOutput>(json)!;
                        var typed = JsonSerializer.Deserialize(json, XOutput.JsonTypeInfo)!;
                        var options = new JsonSerializerOptions { TypeInfoResolver = Prompts.JsonTypeInfoResolver };
                        var resolved = JsonSerializer.Deserialize<XOutput>(json, options)!;
                        var texts = new[] { JsonSerializer.Serialize(plain), JsonSerializer.Serialize(plain, XOutput.JsonTypeInfo), JsonSerializer.Serialize(plain, options) };
                        return $"{plain == typed} {plain == resolved} {texts.Distinct().Count() == 1} {texts[0] == json}";
                        """
                )
        );

    [Fact]
    public void WhatDoesNotFitIsAJsonExceptionThatListsAllOfIt() =>
        Assert.Equal(
            "shape.kind must be one of circle, square, but is 'squar' (did you mean 'square'?); level must be one of 1, 2, but is '3'; mood is missing.",
            Evaluation
                .Prompt(Union)
                .Evaluate(
                    """
                    try { return JsonSerializer.Deserialize<XOutput>("{\"shape\":{\"kind\":\"squar\"},\"level\":3}"); }
                    catch (JsonException exception) { return exception.Message; }
                    """
                )
        );

    [Fact]
    public void TheSchemasAreTheExpectedJsonSchema() =>
        Assert.Equal(
            """{"type":"object","properties":{"customer":{"type":"string","description":"who"},"tier":{"enum":["free","pro",null]},"tickets":{"type":"array","items":{"type":"object","properties":{"id":{"type":"integer"}},"required":["id"],"additionalProperties":false}},"day":{"type":"string","format":"date"}},"required":["customer","tickets"],"additionalProperties":false}""",
            Evaluation
                .Prompt(
                    """
                    input:
                      schema:
                        customer: string, who
                        tier?(enum): [free, pro]
                        tickets(array):
                          id: integer
                        day: date
                      default: { day: 2026-03-09 }
                    """
                )
                .Value("Prompts.X.InputSchema!.Value.GetRawText()")
        );

    [Fact]
    public void AnOutputThatIsNoObjectTravelsAsValue() =>
        Assert.Equal(
            """{"type":"array","items":{"type":"string"}} {"type":"object","properties":{"value":{"type":"array","items":{"type":"string"}}},"required":["value"],"additionalProperties":false} x""",
            Evaluation
                .Prompt("output:\n  schema:\n    type: array\n    items: { type: string }\n")
                .Evaluate(
                    """
                    var format = (ChatResponseFormatJson)Prompts.X.Render().Options.ResponseFormat!;
                    return Prompts.X.OutputSchema!.Value.GetRawText() + " " + format.Schema!.Value.GetRawText() + " " + format.SchemaName;
                    """
                )
        );
}
