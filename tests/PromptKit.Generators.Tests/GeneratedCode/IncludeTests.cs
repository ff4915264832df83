using Microsoft.Extensions.AI;

namespace PromptKit.Generators.Tests.GeneratedCode;

/// <summary>What partials do to messages, hashes and variants.</summary>
public sealed class IncludeTests
{
    private const string Conversation = "{{ role \"system\" }}\nBe kind.\n{{ role \"user\" }}\nHello.\n";

    [Theory]
    [InlineData("{{ include \"talk\" }}")]
    [InlineData("  {{ include \"talk\" }}")]
    [InlineData("{{ if true }}\n  {{ include \"inner\" }}{{ end }}")]
    public void RolesInAPartialStartMessagesAsIfTheyWereWrittenThere(string template)
    {
        var messages = Render(("x.prompt", template), ("_talk.prompt", Conversation), ("_inner.prompt", "  {{ include \"talk\" }}\n"));

        Assert.Equal([ChatRole.System, ChatRole.User], messages.Select(message => message.Role));
        Assert.Equal(["Be kind.", "Hello."], messages.Select(message => message.Text.Trim()));
    }

    [Fact]
    public void WhatStandsAroundAPartialWithRolesBelongsToTheMessagesAroundIt()
    {
        var messages = Render(
            ("x.prompt", "{{ role \"user\" }}A\n  {{ include \"talk\" }}B"),
            ("_talk.prompt", "b\nc" + Conversation + "d")
        );

        Assert.Equal(["A\n  b\n  c", "Be kind.", "Hello.\n  dB"], messages.Select(message => message.Text.Trim()));
    }

    [Fact]
    public void TheWhitespaceOfAPartialIsDroppedAtTheEdgesOfAMessageAsThePromptsOwnIs()
    {
        var messages = Render(
            ("x.prompt", "{{ role \"system\" }}\n  {{ include \"tone\" }}\n{{ role \"user\" }}\n{{ include \"tone\" }}\n"),
            ("_tone.prompt", "\nBe kind.\n\n")
        );

        Assert.Equal(["Be kind.", "Be kind."], messages.Select(message => message.Text));
    }

    [Fact]
    public void WhatIsIncludedWhereNothingLeadsIsNoWarningOfCSharp()
    {
        const string front = "---\ninput:\n  schema: { tags(array): string, nick?: string }\n---\n";
        var project = TestProject
            .With(
                "x.prompt",
                front + "{{ for tag in tags }}{{ if nick && false }}{{ tag + (include \"tone\" n: for.length) }}{{ end }}{{ end }}x"
            )
            .Add("_tone.prompt", "{{ $n }}");

        using var loaded = project.Run().Load();

        var preamble = LoadedAssembly.Render(loaded.Prompt("App.XPrompt"), ("Tags", new[] { "a" }));
        Assert.Equal("x", Assert.Single(preamble.Messages).Text);
    }

    [Fact]
    public void AVariantIncludesPartialsThatSeeTheInputOfItsMainFile()
    {
        var project = TestProject
            .With("x.prompt", "---\ninput:\n  schema:\n    name?: string\n---\nHello {{ include \"who\" }}")
            .Add("x.formal.prompt", "Good day {{ include \"who\" }}")
            .Add("_who.prompt", "{{ name ?? \"friend\" }}.");

        using var loaded = project.Run().Load();
        var variant = loaded.Prompt("App.XPrompt").Variants.Single();

        Assert.Equal("Good day Ada.", LoadedAssembly.Render(variant, ("Name", "Ada")).Messages[0].Text);
    }

    [Fact]
    public void TheSourceHashCountsTheTextOfPartials()
    {
        string[] hashes =
        [
            HashWith("Be kind."),
            HashWith("# About it\n---\ndescription: How we talk.\n---\nBe kind."),
            HashWith("Be brief."),
        ];

        Assert.Equal(hashes[0], hashes[1]);
        Assert.NotEqual(hashes[0], hashes[2]);
    }

    [Fact]
    public void APartialWithAMistakeBreaksThePromptWithoutASecondError()
    {
        var run = TestProject.With("x.prompt", "A {{ include \"b\" }}").Add("_b.prompt", "{{ 1 + true }}").Run("PK4006");

        using var loaded = run.Load();

        Assert.ThrowsAny<Exception>(() => LoadedAssembly.Render(loaded.Prompt("App.XPrompt")));
    }

    private static string HashWith(string partial)
    {
        using var loaded = TestProject.With("x.prompt", "A {{ include \"tone\" }}").Add("_tone.prompt", partial).Run().Load();
        return loaded.Prompt("App.XPrompt").SourceHash;
    }

    private static IReadOnlyList<ChatMessage> Render(params (string Path, string Content)[] files)
    {
        var project = files.Aggregate(new TestProject(), (project, file) => project.Add(file.Path, file.Content));
        var unused = files.Count(file => file.Path == "_inner.prompt" && !files[0].Content.Contains("inner", StringComparison.Ordinal));
        using var loaded = project.Run(Enumerable.Repeat("PK5022", unused)).Load();
        return LoadedAssembly.Render(loaded.Prompt("App.XPrompt")).Messages;
    }
}
