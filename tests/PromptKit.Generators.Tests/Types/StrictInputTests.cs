namespace PromptKit.Generators.Tests.Types;

/// <summary><c>Prompt.Render(JsonElement)</c> lists everything that does not fit, by path.</summary>
public sealed class StrictInputTests
{
    private static readonly TestProject Project = Evaluation.Prompt(
        """
        input:
          schema:
            name: string
            count?: integer
            tier(enum): [free, pro]
            day: date
            tickets(array):
              id: integer
              tags(array): string
        """,
        "{{ name }}"
    );

    private const string Good = """{"name":"Ada","tier":"pro","day":"2026-03-09","tickets":[]}""";

    [Theory]
    [InlineData("""{"name":"Ada","tier":"pro","day":"2026-03-09","tickets":[]}""", "Ada")]
    [InlineData("""{"tier":"pro","day":"2026-03-09","tickets":[]}""", "name is missing")]
    [InlineData(
        """{"nmae":"Ada","tier":"pro","day":"2026-03-09","tickets":[]}""",
        "nmae is not a member (did you mean 'name'?)|name is missing"
    )]
    [InlineData("""{"name":"Ada","name":"Bob","tier":"pro","day":"2026-03-09","tickets":[]}""", "name is given twice")]
    [InlineData("""{"name":1,"tier":"pro","day":"2026-03-09","tickets":[]}""", "name must be a string, but is the number 1")]
    [InlineData("""{"name":null,"tier":"pro","day":"2026-03-09","tickets":[]}""", "name must be a string, but is null")]
    [InlineData("""{"name":"Ada","count":"1","tier":"pro","day":"2026-03-09","tickets":[]}""", "count must be an integer, but is a string")]
    [InlineData(
        """{"name":"Ada","count":1.5,"tier":"pro","day":"2026-03-09","tickets":[]}""",
        "count must be an integer of 64 bits, but is the number 1.5"
    )]
    [InlineData(
        """{"name":"Ada","tier":"prp","day":"2026-03-09","tickets":[]}""",
        "tier must be one of free, pro, but is 'prp' (did you mean 'pro'?)"
    )]
    [InlineData(
        """{"name":"Ada","tier":"pro","day":"9.3.2026","tickets":[]}""",
        "day must be a date such as 2026-03-09, but is '9.3.2026'"
    )]
    [InlineData(
        """{"name":"Ada","tier":"pro","day":"2026-03-09","tickets":[{"id":1,"tags":["a",2]},{"tags":{}}]}""",
        "tickets[0].tags[1] must be a string, but is the number 2|tickets[1].id is missing|tickets[1].tags must be a list, but is an object"
    )]
    [InlineData("[]", "$ must be an object, but is a list")]
    [InlineData("{}", "name is missing|tier is missing|day is missing|tickets is missing")]
    public void EveryMismatchIsListed(string json, string expected) => Assert.Equal(expected, Rendered.Value(json));

    [Fact]
    public void WhatFitsIsTheSameAsTheTypedInput() =>
        Assert.Equal(
            "True",
            Project.Evaluate(
                $$$$""""
                var typed = new XInput { Name = "Ada", Tier = XInputTier.Pro, Day = new(2026, 3, 9), Tickets = [] };
                return Prompts.X.Render(typed).ToString() == Prompts.X.Render(JsonElement.Parse("""{{{{Good}}}}""")).ToString();
                """"
            )
        );

    /// <summary>One compilation for all cases.</summary>
    private static class Rendered
    {
        private static readonly LoadedAssembly Assembly = Project.Run().Load();

        public static string Value(string json)
        {
            try
            {
                return Assembly.Prompt("App.XPrompt").Render(System.Text.Json.JsonElement.Parse(json)).Messages[0].Text;
            }
            catch (PromptInputException exception)
            {
                Assert.Equal("x", exception.PromptName);
                return string.Join('|', exception.Mismatches);
            }
        }
    }
}
