namespace PromptKit.Generators.Tests.Tools;

/// <summary>What models are told of a tool.</summary>
public sealed class ToolSchemaTests
{
    private const string Start = """
        #pragma warning disable CS1591, CS1573
        using System;
        using System.Collections.Generic;
        using System.ComponentModel;
        using System.Text.Json;
        using PromptKit;

        """;

    [Theory]
    [InlineData("string a", """{"type":"string"}""")]
    [InlineData("int? a", """{"type":["integer","null"]}""")]
    [InlineData("double a = 1.5", """{"type":"number","default":1.5}""")]
    [InlineData("DateTime a", """{"type":"string","format":"date-time"}""")]
    [InlineData("Guid a", """{"type":"string","format":"uuid"}""")]
    [InlineData("JsonElement a", "{}")]
    [InlineData("E a = E.B", """{"type":"string","enum":["A","B"],"default":"B"}""")]
    [InlineData("E? a", """{"type":["string","null"],"enum":["A","B",null]}""")]
    [InlineData("List<E> a", """{"type":"array","items":{"type":"string","enum":["A","B"]}}""")]
    [InlineData("Dictionary<string, int> a", """{"type":"object","additionalProperties":{"type":"integer"}}""")]
    [InlineData("[Description(\"Which.\")] string a", """{"type":"string","description":"Which."}""")]
    [InlineData(
        "R a",
        """{"type":"object","properties":{"id":{"type":"integer"},"note":{"type":["string","null"]}},"required":["id"],"additionalProperties":false}"""
    )]
    [InlineData("N a", """{"$ref":"#/$defs/N"}""")]
    public void AParameterHasItsSchema(string parameter, string expected) =>
        Assert.Equal(
            expected,
            Schema(parameter).Split("\"a\":")[1].Split("},\"required\":[\"a\"]")[0].Split("},\"additionalProperties\":false}")[0]
        );

    [Fact]
    public void ATypeThatHoldsItselfStandsInTheDefinitions() =>
        Assert.EndsWith(
            """false,"$defs":{"N":{"type":"object","properties":{"inner":{"anyOf":[{"$ref":"#/$defs/N"},{"type":"null"}]}},"additionalProperties":false}}}""",
            Schema("N a"),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData(
        "/// <summary>Does <c>it</c> for <see cref=\"E\"/>,\n    /// and <paramref name=\"a\"/>.</summary>",
        "Does it for E, and a."
    )]
    [InlineData("/** <summary>Does it.</summary> */", "Does it.")]
    [InlineData("/// <summary>Not this.</summary>\n    [Description(\"This.\")]", "This.")]
    [InlineData("// Not this.", "")]
    public void TheDescriptionIsThatOfTheMethod(string documentation, string expected) =>
        Assert.Equal(expected, Value("int a", "Description", documentation));

    [Theory]
    [InlineData("LookupOrder", "lookup_order")]
    [InlineData("LookupOrderAsync", "lookup_order")]
    [InlineData("GetURLOfPage2", "get_url_of_page2")]
    [InlineData("lookup", "lookup")]
    public void AToolWithoutANameIsNamedAfterItsMethod(string method, string expected)
    {
        var code = $"static class T {{ [PromptKit.PromptTool] public static int {method}() => 1; }}";

        Assert.Contains(
            $"Name => \"{expected}\"",
            Assert.Single(new TestProject().AddSource(code).Run().Code).Value,
            StringComparison.Ordinal
        );
    }

    private static string Schema(string parameter) => Value(parameter, "JsonSchema.GetRawText()");

    private static string Value(string parameter, string member, string documentation = "") =>
        new TestProject()
            .AddSource(
                $"{Start}public enum E {{ A, B }}\npublic record R(long Id, string? Note);\npublic class N {{ public N? Inner {{ get; set; }} }}\n"
                    + $"public static class T\n{{\n    {documentation}\n    [PromptTool]\n    public static void Do({parameter}) {{ }}\n}}"
            )
            .Value("Prompts.Tools.Do." + member);
}
