using System.Text.Json;

namespace PromptKit.Generators.Tests.GeneratedCode;

/// <summary>The function <c>json</c> on values of every type that a schema has.</summary>
public sealed class JsonFunctionTests
{
    private const string Schema = """
        ---
        input:
          schema:
            name: string
            nick?: string
            count: integer
            score: number
            vip: boolean
            born: date
            seen: datetime
            tier(enum): [free, pro]
            tags(array): string
            prices:
              (*): number
            anything: any
            home:
              city: string
              zip?: string
            items(array):
              id: integer
              note?: string
        ---

        """;

    private const string Input = """
        {"name":"é \"q\"","count":5,"score":2.50,"vip":true,"born":"2024-03-09","seen":"2024-03-09T14:05:06+02:00","tier":"pro",
        "tags":["a","b"],"prices":{"pear":1e21,"apple":0.5},"anything":{"x":[1.0,null]},"home":{"city":"Rome"},
        "items":[{"id":1,"note":"n"},{"id":2}]}
        """;

    [Theory]
    [InlineData("json this", "{\"name\":\"Ada\",\"count\":5,\"tags\":[\"a\"]}")]
    [InlineData("this | json", "{\"name\":\"Ada\",\"count\":5,\"tags\":[\"a\"]}")]
    [InlineData("json this indent: 1", "{\n \"name\": \"Ada\",\n \"count\": 5,\n \"tags\": [\n  \"a\"\n ]\n}")]
    [InlineData("x = 1; for i in [1]; json this; end", "{\"name\":\"Ada\",\"count\":5,\"tags\":[\"a\"]}")]
    public void ThisIsTheInputAsItWasGiven_DefaultsFilledIn(string statement, string expected)
    {
        const string schema =
            "---\ninput:\n  schema:\n    name: string\n    nick?: string\n    count?: integer\n    tags(array): string\n  default: { count: 5 }\n---\n";
        using var loaded = TestProject.With("t.prompt", schema + "{{ " + statement + " }}").Run().Load();

        Assert.Equal(expected, loaded.Prompt("App.TPrompt").Render(JsonElement.Parse("""{"name":"Ada","tags":["a"]}""")).Messages[0].Text);
    }

    [Theory]
    [InlineData("{}", "{}")]
    [InlineData("{ schema: string }", "\"x\"")]
    public void ThisIsWhateverTheInputIs(string input, string expected)
    {
        var json = input == "{}" ? "{}" : "\"x\"";
        using var loaded = TestProject.With("t.prompt", $"---\ninput: {input}\n---\n{{{{ json this }}}}").Run().Load();

        Assert.Equal(expected, loaded.Prompt("App.TPrompt").Render(JsonElement.Parse(json)).Messages[0].Text);
    }

    [Theory]
    [InlineData("json name", "\"é \\\"q\\\"\"")]
    [InlineData("json nick", "null")]
    [InlineData("json null", "null")]
    [InlineData("json count", "5")]
    [InlineData("json score", "2.5")]
    [InlineData("json vip", "true")]
    [InlineData("json born", "\"2024-03-09\"")]
    [InlineData("json seen", "\"2024-03-09T14:05:06+02:00\"")]
    [InlineData("json tier", "\"pro\"")]
    [InlineData("json tags", "[\"a\",\"b\"]")]
    [InlineData("json [count, 2]", "[5,2]")]
    [InlineData("json []", "[]")]
    [InlineData("json prices", "{\"pear\":1e+21,\"apple\":0.5}")]
    [InlineData("json anything", "{\"x\":[1,null]}")]
    [InlineData("json home", "{\"city\":\"Rome\"}")]
    [InlineData("json items", "[{\"id\":1,\"note\":\"n\"},{\"id\":2}]")]
    [InlineData("json items[0]", "{\"id\":1,\"note\":\"n\"}")]
    [InlineData("json items[9]", "null")]
    [InlineData("json items[1]?.note", "null")]
    [InlineData("items | array.map \"id\" | json", "[1,2]")]
    [InlineData("name | json | string.size", "9")]
    [InlineData("json tags indent: 1", "[\n \"a\",\n \"b\"\n]")]
    [InlineData("json home 2", "{\n  \"city\": \"Rome\"\n}")]
    public void AValueIsWrittenAsJson(string expression, string expected)
    {
        using var loaded = TestProject.With("t.prompt", Schema + "{{ " + expression + " }}").Silence("PK4104").Run().Load();

        Assert.Equal(expected, loaded.Prompt("App.TPrompt").Render(JsonElement.Parse(Input)).Messages[0].Text);
    }
}
