using System.Text.Json;
using PromptKit.Rendering;

namespace PromptKit.Tests.Rendering;

/// <summary>The function <c>json</c> writes what JavaScript's <c>JSON.stringify</c> writes.</summary>
public sealed class JsonFunctionsTests
{
    [Theory]
    [InlineData("é🎉 <b> & 'q'", "\"é🎉 <b> & 'q'\"")]
    [InlineData("a\"b\\c/d", "\"a\\\"b\\\\c/d\"")]
    [InlineData("\b\f\n\r\t\u0000\u001f\u007f\u2028", "\"\\b\\f\\n\\r\\t\\u0000\\u001f\u007f\u2028\"")]
    [InlineData("", "\"\"")]
    [InlineData(null, "null")]
    public void TextsEscapeWhatTheyMust(string? text, string json) => Assert.Equal(json, JsonFunctions.Json(text));

    [Fact]
    public void HalfOfACharacterIsEscaped() => Assert.Equal("\"\\ud83cx\\udf89\"", JsonFunctions.Json("\ud83cx\udf89"));

    [Theory]
    [InlineData(0d, "0")]
    [InlineData(3d, "3")]
    [InlineData(-1.25, "-1.25")]
    [InlineData(0.1, "0.1")]
    [InlineData(1e15, "1000000000000000")]
    [InlineData(123456789012345680000d, "123456789012345680000")]
    [InlineData(1e21, "1e+21")]
    [InlineData(1.5e300, "1.5e+300")]
    [InlineData(0.000001, "0.000001")]
    [InlineData(0.0000015, "0.0000015")]
    [InlineData(1e-7, "1e-7")]
    [InlineData(1.25e-10, "1.25e-10")]
    [InlineData(5e-324, "5e-324")]
    [InlineData(1.7976931348623157e308, "1.7976931348623157e+308")]
    [InlineData(0.1 + 0.2, "0.30000000000000004")]
    [InlineData(100.5, "100.5")]
    [InlineData(double.NaN, "null")]
    [InlineData(double.PositiveInfinity, "null")]
    public void NumbersAreThoseOfJavaScript(double number, string json) => Assert.Equal(json, JsonFunctions.Json(number));

    [Theory]
    [InlineData(
        """{"a":[1,2.50,{"b":"é"}],"c":{},"d":[],"e":null,"f":true}""",
        """{"a":[1,2.5,{"b":"é"}],"c":{},"d":[],"e":null,"f":true}"""
    )]
    [InlineData("""[1e3, 12345678901234567890, "\u00e9"]""", """[1000,12345678901234567000,"é"]""")]
    [InlineData("\"text\"", "\"text\"")]
    public void JsonIsWrittenOnOneLine(string json, string expected) => Assert.Equal(expected, Write(json, indent: 0));

    [Fact]
    public void JsonIsIndentedLineByLine() =>
        Assert.Equal(
            "{\n  \"a\": [\n    1,\n    {\n      \"b\": 2\n    }\n  ],\n  \"c\": {},\n  \"d\": [],\n  \"e\": \"x\"\n}",
            Write("""{"a":[1,{"b":2}],"c":{},"d":[],"e":"x"}""", indent: 2)
        );

    [Theory]
    [InlineData(-1, "[1]")]
    [InlineData(0, "[1]")]
    [InlineData(1, "[\n 1\n]")]
    [InlineData(11, "[\n          1\n]")]
    public void TheIndentIsTenBlanksAtMost(int indent, string expected) => Assert.Equal(expected, Write("[1]", indent));

    private static string Write(string json, int indent) =>
        JsonFunctions.Json(JsonElement.Parse(json), static (writer, item) => JsonOutput.Write(writer, item), indent);
}
