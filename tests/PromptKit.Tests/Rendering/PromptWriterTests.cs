using FsCheck;
using FsCheck.Fluent;
using PromptKit.Rendering;
using Scriban;
using Scriban.Runtime;

namespace PromptKit.Tests.Rendering;

public class PromptWriterTests
{
    private static readonly string[] s_texts = ["x", "\n", "  ", "\t", "\n  ", " \n\t", "y\n    ", "-\n"];
    private static readonly string?[] s_values = [null, "", "a", "a\nb", "a\n", "\n", "\n\n", "\nb", "a\n\n  b", " "];

    [Fact]
    public void WhitespaceOfTheTemplate_IsDroppedAtTheEdgesOfAMessage()
    {
        var writer = new PromptWriter(ChatRole.User, 16);
        Text(ref writer, " \n");
        Text(ref writer, "\t one \n two ");
        Text(ref writer, "\n\n");

        Assert.Equal("one \n two", Assert.Single(writer.ToPreamble(new ChatOptions()).Messages).Text);
    }

    [Fact]
    public void WhitespaceBetweenKeptCharacters_IsKept()
    {
        var writer = new PromptWriter(ChatRole.User, 16);
        Text(ref writer, "one ");
        Text(ref writer, "\n\n");
        Text(ref writer, " two");

        Assert.Equal("one \n\n two", Assert.Single(writer.ToPreamble(new ChatOptions()).Messages).Text);
    }

    [Fact]
    public void WhitespaceOfValues_IsKept()
    {
        var writer = new PromptWriter(ChatRole.User, 16);
        Text(ref writer, "\n");
        writer.Write(" \n");
        Text(ref writer, "\n one \n");
        writer.Write("\t");
        Text(ref writer, "\n");

        Assert.Equal(" \n\n one \n\t", Assert.Single(writer.ToPreamble(new ChatOptions()).Messages).Text);
    }

    [Fact]
    public void Media_StandsBetweenTheTextBeforeAndBehindIt()
    {
        var writer = new PromptWriter(ChatRole.User, 16);
        var photo = new UriContent("https://example.com/a", "image/png");
        Text(ref writer, "\n one ");
        writer.Write("\uFFFC");
        writer.Media(photo);
        Text(ref writer, " two \n");
        writer.Media("data:text/plain;base64,aGk=", mediaType: null, "test");
        writer.Media("https://example.com/b.webp", mediaType: null, "test");
        Text(ref writer, "\n");
        writer.Media(content: null);
        writer.Media(url: null, mediaType: null, "test");

        var contents = Assert.Single(writer.ToPreamble(new ChatOptions()).Messages).Contents;
        Assert.Equal("one \uFFFC", Assert.IsType<TextContent>(contents[0]).Text);
        Assert.Same(photo, contents[1]);
        Assert.Equal(" two \n", Assert.IsType<TextContent>(contents[2]).Text);
        Assert.Equal("text/plain", Assert.IsType<DataContent>(contents[3]).MediaType);
        Assert.Equal("image/webp", Assert.IsType<UriContent>(contents[4]).MediaType);
        Assert.Equal(5, contents.Count);
    }

    [Theory]
    [InlineData("not an address", null)]
    [InlineData("data:broken", null)]
    [InlineData("https://example.com/a", "no type")]
    public void MediaThatIsNotValid_IsNamedWithThePrompt(string url, string? mediaType)
    {
        var exception = Assert.Throws<PromptRenderException>(() =>
        {
            using var writer = new PromptWriter(ChatRole.User, 16);
            writer.Media(url, mediaType, "greeter");
        });

        Assert.Equal("greeter", exception.PromptName);
    }

    [Fact]
    public void TheHistory_EndsTheMessageBeforeIt()
    {
        var writer = new PromptWriter(ChatRole.System, 16);
        Text(ref writer, "one\n");
        writer.History();
        Text(ref writer, "\n");
        writer.Role(ChatRole.User);
        Text(ref writer, "two");

        var preamble = writer.ToPreamble(new ChatOptions());
        Assert.Equal(1, preamble.HistoryPosition);
        Assert.Equal("[system]\none\n\n[history]\n\n[user]\ntwo", preamble.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void AValueOfNothing_KeepsNothing(string? value)
    {
        var writer = new PromptWriter(ChatRole.User, 16);
        Text(ref writer, "one ");
        writer.Write(value);
        Text(ref writer, "\n  ");
        writer.Write(value, "  ");

        Assert.Equal("one", Assert.Single(writer.ToPreamble(new ChatOptions()).Messages).Text);
    }

    [Fact]
    public void ARole_StartsAMessage()
    {
        var writer = new PromptWriter(ChatRole.User, 16);
        Text(ref writer, "one\n");
        writer.Role(ChatRole.System);
        Text(ref writer, "\ntwo\n");
        writer.Role(ChatRole.Assistant);
        writer.Write("three");

        var messages = writer.ToPreamble(new ChatOptions()).Messages;
        Assert.Equal([ChatRole.User, ChatRole.System, ChatRole.Assistant], messages.Select(message => message.Role));
        Assert.Equal(["one", "two", "three"], messages.Select(message => message.Text));
    }

    [Fact]
    public void TwoMessagesOfOneRole_StayTwo()
    {
        var writer = new PromptWriter(ChatRole.User, 16);
        Text(ref writer, "one");
        writer.Role(ChatRole.User);
        Text(ref writer, "two");

        Assert.Equal(["one", "two"], writer.ToPreamble(new ChatOptions()).Messages.Select(message => message.Text));
    }

    [Fact]
    public void AMessageOfWhitespaceAlone_IsNotMade()
    {
        var writer = new PromptWriter(ChatRole.User, 16);
        Text(ref writer, "\n");
        writer.Role(ChatRole.System);
        writer.Write(" \n ");
        writer.Role(ChatRole.Assistant);

        Assert.Empty(writer.ToPreamble(new ChatOptions()).Messages);
    }

    [Fact]
    public void ATextLongerThanExpected_IsWhole()
    {
        var value = string.Concat(Enumerable.Range(0, 2000).Select(number => $"{number},"));
        var writer = new PromptWriter(ChatRole.User, 1);
        Text(ref writer, "x");
        writer.Write(value);
        writer.Role(ChatRole.Assistant);
        writer.Write(value, "  ");

        Assert.Equal(["x" + value, value], writer.ToPreamble(new ChatOptions()).Messages.Select(message => message.Text));
    }

    [Theory]
    [InlineData("a\nb", "<\n  a\n  b\n>")]
    [InlineData("a\n", "<\n  a\n\n>")]
    [InlineData("\n\nb", "<\n  \n  \n  b\n>")]
    [InlineData("", "<\n  \n>")]
    [InlineData(null, "<\n  \n>")]
    public void TheLinesOfAnIndentedValue_AreIndented_AsScribanDoes(string? value, string expected)
    {
        Assert.Equal(expected, Interpret("<\n  {{ v0 }}\n>", [value]));
        Assert.Equal(expected, Written(["<\n  ", null, "\n>"], [value]));
    }

    /// <summary>Templates are texts (a string) and tags (null) in turn; brackets keep the whitespace at the edges.</summary>
    [Fact]
    public void AnyTextsAndValues_AreWrittenAsScribanDoes()
    {
        var part = Gen.OneOf(Gen.Elements(s_texts).Select(text => (string?)text), Gen.Constant((string?)null), Gen.Constant((string?)null));
        var gen = part.ArrayOf().SelectMany(parts => Gen.Elements(s_values).ArrayOf(parts.Length), (parts, values) => (parts, values));

        Prop.ForAll(
                gen.ToArbitrary(),
                sample =>
                {
                    string?[] parts = ["<", .. sample.parts, ">"];
                    var template = string.Concat(Tags(parts));
                    return Interpret(template, sample.values) == Written(parts, sample.values);
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    private static IEnumerable<string> Tags(string?[] parts)
    {
        var tag = 0;
        foreach (var part in parts)
        {
            yield return part ?? $"{{{{ v{tag++} }}}}";
        }
    }

    private static string Interpret(string template, string?[] values)
    {
        var model = new ScriptObject();
        for (var index = 0; index < values.Length; index++)
        {
            model[$"v{index}"] = values[index];
        }

        var context = new TemplateContext
        {
            LoopLimit = 0,
            LimitToString = 0,
            RecursiveLimit = 0,
            StrictVariables = true,
            NewLine = "\n",
        };
        context.PushGlobal(model);
        return Template.Parse(template).Render(context);
    }

    private static string Written(string?[] parts, string?[] values)
    {
        var writer = new PromptWriter(ChatRole.User, 16);
        var line = "";
        var tag = 0;
        for (var index = 0; index < parts.Length; index++)
        {
            if (parts[index] is { } text)
            {
                Text(ref writer, text);
                line = text.LastIndexOf('\n') is var end and >= 0 ? text[(end + 1)..] : line + text;
            }
            else
            {
                // A tag has the indent of its line when nothing but blanks, and no other tag, stands before it.
                if (line.Length > 0 && string.IsNullOrWhiteSpace(line))
                {
                    writer.Write(values[tag++], line);
                }
                else
                {
                    writer.Write(values[tag++]);
                }

                line = "x";
            }
        }

        return Assert.Single(writer.ToPreamble(new ChatOptions()).Messages).Text;
    }

    private static void Text(ref PromptWriter writer, string text) =>
        writer.Text(text, text.Length - text.TrimStart().Length, text.Length - text.TrimEnd().Length);
}
