namespace PromptKit.Generators.Tests.Types;

/// <summary>DESIGN §4: what C# a schema becomes.</summary>
public sealed class InputTypeTests
{
    private const string Tickets = """
        input:
          schema:
            customer_name: string, how to address the customer
            tier?(enum, the plan): [free, pro]
            open_tickets(array):
              id: integer
              owner(object):
                name: string
            limits(object):
              hard-limit: number
          default: { tier: free }
        """;

    [Fact]
    public void TypesAreNamedByMemberPath() =>
        Assert.Equal(
            "1 Free 2 n",
            Evaluation
                .Prompt(Tickets)
                .Evaluate(
                    """
                    var input = new XInput
                    {
                        CustomerName = "n",
                        Tier = XInputTier.Free,
                        OpenTickets = [new XInputOpenTicketsItem { Id = 1, Owner = new XInputOpenTicketsItemOwner { Name = "o" } }],
                        Limits = new XInputLimits { HardLimit = 2 },
                    };
                    return $"{input.OpenTickets[0].Id} {input.Tier} {input.Limits.HardLimit} {input.CustomerName}";
                    """
                )
        );

    [Fact]
    public void AMemberWithADefaultIsNeitherRequiredNorNull_AndNullGivesTheDefault() =>
        Assert.Equal(
            "Ada Ada Ada True 7 2 a,b A 2026-03-09",
            Evaluation
                .Prompt(
                    """
                    input:
                      schema:
                        name: string
                        count: integer
                        ratio?: number
                        tags(array): string
                        kind(enum): [a, b]
                        day: date
                        is_new: boolean
                      default: { name: Ada, count: 7, ratio: 2, tags: [a, b], kind: a, day: 2026-03-09, is_new: true }
                    """,
                    "{{ name }}"
                )
                .Evaluate(
                    """
                    var input = new XInput { Name = null };
                    var rendered = Prompts.X.Render(JsonElement.Parse("{\"name\": null}")).Messages[0].Text;
                    var tags = string.Join(",", new XInput { Tags = null }.Tags!);
                    return FormattableString.Invariant($"{new XInput().Name} {input.Name} {rendered} {input.IsNew} {input.Count} {input.Ratio} {tags} {input.Kind} {input.Day:yyyy-MM-dd}");
                    """
                )
        );

    [Fact]
    public void DescriptionsAreDocumentation()
    {
        var code = string.Concat(
            Evaluation.Prompt("description: Greets <all> & sundry\n" + Tickets, "Hello {{ customer_name }}").Run().Code.Values
        );

        Assert.Contains("/// <summary>Greets &lt;all&gt; &amp; sundry</summary>", code, StringComparison.Ordinal);
        Assert.Contains("/// <summary>how to address the customer</summary>", code, StringComparison.Ordinal);
        // What an editor shows: the inputs, and the first lines of the text
        Assert.Contains("/// <para><c>CustomerName</c> (string): how to address the customer</para>", code, StringComparison.Ordinal);
        Assert.Contains("/// Hello {{ customer_name }}", code, StringComparison.Ordinal);
    }

    [Fact]
    public void IllegalAndClashingMembersGetAnUnderscore_AndKeepTheirJsonName() =>
        Assert.Equal(
            """{"x":{"class":"1","event":"2","equals":"3","to_string":"4","a-b":"5","a_b":"6","XInputX":"7","1st":"8","get_type":"9"}}""",
            Evaluation
                .Prompt(
                    """
                    input:
                      schema:
                        x(object):
                          class: string
                          event: string
                          equals: string
                          to_string: string
                          a-b: string
                          a_b: string
                          XInputX: string
                          1st: string
                          get_type: string
                    """
                )
                .Evaluate(
                    """
                    return JsonSerializer.Serialize(new XInput
                    {
                        X = new XInputX { Class = "1", Event = "2", Equals_ = "3", ToString_ = "4", AB = "5", AB_ = "6", XInputX_ = "7", _1st = "8", GetType_ = "9" },
                    });
                    """
                )
        );

    [Fact]
    public void ListsMapsAndAnyAreComparedByContent_AndEqualValuesHaveEqualHashes() =>
        Assert.Equal(
            "True True False False True",
            Evaluation
                .Prompt(
                    """
                    input:
                      schema:
                        list(array): string
                        nested(array, all of them):
                          ids(array): integer
                        thing: any
                        map(object):
                          (*): number
                    """
                )
                .Evaluate(
                    """
                    static XInput Make(string item, string json) => new()
                    {
                        List = new List<string> { "a", item },
                        Nested = [new XInputNestedItem { Ids = new[] { 1L, 2L } }],
                        Thing = JsonElement.Parse(json),
                        Map = new Dictionary<string, double> { ["x"] = 1, ["y"] = 2 },
                    };
                    var (one, same) = (Make("b", "{\"a\":1,\"b\":2}"), Make("b", "{ \"b\": 2, \"a\": 1.0 }"));
                    return $"{one == same} {one.GetHashCode() == same.GetHashCode()} {one == Make("c", "{}")} {one == Make("b", "{}")} {one.Equals((object)same)}";
                    """
                )
        );

    [Fact]
    public void EveryFormatHasItsType() =>
        Assert.Equal(
            """{"s":"t","i":1,"n":1.5,"b":true,"d":"2026-03-09","dt":"2026-03-09T14:05:00+00:00","t":"14:05:00","u":"https://x.test/a","g":"00000000-0000-0000-0000-000000000000","a":[1]}""",
            Evaluation
                .Prompt(
                    """
                    input:
                      schema: { s: string, i: integer, n: number, b: boolean, d: date, dt: datetime, t: time, u: uri, g: guid, a: any }
                    """
                )
                .Evaluate(
                    """
                    string s = "t"; long i = 1; double n = 1.5; bool b = true; DateOnly d = new(2026, 3, 9); TimeOnly t = new(14, 5);
                    DateTimeOffset dt = new(2026, 3, 9, 14, 5, 0, TimeSpan.Zero); Uri u = new("https://x.test/a"); JsonElement a = JsonElement.Parse("[1]");
                    var options = new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
                    return JsonSerializer.Serialize(new XInput { S = s, I = i, N = n, B = b, D = d, Dt = dt, T = t, U = u, G = Guid.Empty, A = a }, options);
                    """
                )
        );

    [Fact]
    public void MediaIsDataOrUriContent() =>
        Assert.Equal(
            "image/png https://x.test/a.png",
            Evaluation
                .Prompt("input: { schema: { image: media, link: media } }")
                .Evaluate(
                    """
                    var json = "{\"image\":\"data:image/png;base64,AAAA\",\"link\":{\"url\":\"https://x.test/a.png\",\"contentType\":\"image/png\"}}";
                    var input = JsonSerializer.Deserialize<XInput>(json)!;
                    AIContent image = input.Image;
                    return ((DataContent)image).MediaType + " " + ((UriContent)input.Link).Uri;
                    """
                )
        );

    [Fact]
    public void AWildcardIsAdditionalProperties() =>
        Assert.Equal(
            """2 {"name":"n","a":1,"b":2}""",
            Evaluation
                .Prompt("input:\n  schema:\n    scores(object):\n      name: string\n      (*): integer\n")
                .Evaluate(
                    """
                    var scores = JsonSerializer.Deserialize<XInput>("{\"scores\":{\"name\":\"n\",\"a\":1,\"b\":2}}")!.Scores;
                    return scores.AdditionalProperties["b"] + " " + JsonSerializer.Serialize(scores);
                    """
                )
        );
}
