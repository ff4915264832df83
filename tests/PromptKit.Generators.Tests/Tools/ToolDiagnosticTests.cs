namespace PromptKit.Generators.Tests.Tools;

/// <summary>What cannot be a tool is an error at its place in C#, with what to write instead.</summary>
public sealed class ToolDiagnosticTests
{
    private const string Start = """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Text.Json.Serialization;
        using System.Threading.Tasks;
        using PromptKit;

        """;

    [Theory]
    [InlineData("object a", "its type 'object' is none that JSON has. Take a JsonElement.")]
    [InlineData("char a", "its type 'char' is none that JSON has. Take a string.")]
    [InlineData("ulong a", "its type 'ulong' is none that JSON has. Take a long.")]
    [InlineData("TimeSpan a", "its type 'TimeSpan' is none that JSON has. Take a double of seconds, or a TimeOnly for a time of day.")]
    [InlineData("byte[] a", "its type 'byte[]' would be a list of numbers. Take a string of base64.")]
    [InlineData("(int, int) a", "its type '(int, int)' has no names that last. Take a record.")]
    [InlineData("ref int a", "it is passed by reference. Take it by value.")]
    [InlineData(
        "Dictionary<int, string> a",
        "its type 'Dictionary<int, string>' is none that JSON has. Take a list, an array, or a dictionary whose keys are strings."
    )]
    [InlineData(
        "HashSet<int> a",
        "its type 'HashSet<int>' is none that JSON has. Take a list, an array, or a dictionary whose keys are strings."
    )]
    [InlineData("int[,] a", "its type 'int[,]' is none that JSON has. Take a list, an array, or a dictionary whose keys are strings.")]
    [InlineData(
        "FileAccess a",
        "its type 'FileAccess' is none that JSON has. Take an enum of your own without [Flags] and converters, or a list of it."
    )]
    [InlineData(
        "F a",
        "its type 'F' is a set of flags. Take an enum of your own without [Flags] and converters, or a list of it.",
        "[Flags] enum F { A }"
    )]
    [InlineData(
        "C a",
        "its member 'D.Inner' of type 'object' is none that JSON has. Take a JsonElement.",
        "class C { public List<D> Ds { get; set; } = []; } class D { public object? Inner { get; set; } }"
    )]
    [InlineData(
        "C a",
        "'C' has no member that a model could give. Take a type with a public constructor or settable members; if it comes from the services, mark the parameter with [ToolService].",
        "class C { }"
    )]
    [InlineData(
        "C a",
        "'C' has a constructor whose parameter 'x' is no member of it. Take a type with a public constructor or settable members; if it comes from the services, mark the parameter with [ToolService].",
        "class C(int x) { public int Y => x; }"
    )]
    [InlineData(
        "C a",
        "'C' has several public constructors, or none. Take a type with a public constructor or settable members; if it comes from the services, mark the parameter with [ToolService].",
        "class C { public C(int y) => Y = y; public C(long y) => Y = (int)y; public int Y { get; } }"
    )]
    [InlineData(
        "C a",
        "'C' has two members that JSON calls 'x'. Take a type with a public constructor or settable members; if it comes from the services, mark the parameter with [ToolService].",
        "class C { public int X { get; set; } [JsonPropertyName(\"x\")] public int Y { get; set; } }"
    )]
    public void AParameterThatNoModelCanGiveIsAnError(string parameter, string expected, string types = "")
    {
        var code = $"{Start}{types}\nstatic class T {{ [PromptTool(\"x\")] public static void Do({parameter}) {{ }} }}";
        var diagnostic = Assert.Single(new TestProject().AddSource(code).Run("PK5101").Diagnostics);

        var message = diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal($"The parameter 'a' of the tool 'x' cannot come from a model: {expected}", message);
        Assert.Equal(code.IndexOf(" a) {", StringComparison.Ordinal) + 1, diagnostic.Location.SourceSpan.Start);
        Assert.Equal(1, diagnostic.Location.SourceSpan.Length);
    }

    [Theory]
    [InlineData("object", "its type 'object' is none that JSON has. Take a JsonElement.")]
    [InlineData("Task<Stream>", "its type 'Stream' is none that JSON has. Take a string or a Uri that says where it is.")]
    [InlineData(
        "IDisposable",
        "its type 'IDisposable' is none that JSON has. Return a public class or record of your own that holds what the model needs."
    )]
    public void AResultThatNoModelCanGetIsAnError(string type, string expected)
    {
        var code = $"{Start}static class T {{ [PromptTool(\"x\")] public static {type} Do() => null!; }}";
        var diagnostic = Assert.Single(new TestProject().AddSource(code).Run("PK5102").Diagnostics);

        Assert.Equal(
            $"The result of the tool 'x' cannot be given to a model: {expected}",
            diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)
        );
        Assert.Equal(type, code.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length));
    }

    [Theory]
    [InlineData(
        "static class T { [PromptTool(\"x\")] static void Do() { } }",
        "generated code cannot see it. Make it, and the types around it, public or internal."
    )]
    [InlineData(
        "static class T { [PromptTool(\"x\")] public static void Do<A>() { } }",
        "it has type parameters. Write one method for each type."
    )]
    [InlineData(
        "static class T<A> { [PromptTool(\"x\")] public static void Do() { } }",
        "'T' has type parameters. Put it into a class without any."
    )]
    [InlineData(
        "static class T { [PromptTool(\"x\")] public static async void Do() => await Task.Yield(); }",
        "nobody knows when an 'async void' is done. Return a Task."
    )]
    [InlineData("interface T { [PromptTool(\"x\")] static abstract void Do(); }", "it has no body. Put it into a class.")]
    public void AMethodThatGeneratedCodeCannotCallIsAnError(string code, string expected)
    {
        var diagnostic = Assert.Single(new TestProject().AddSource(Start + code).Run("PK5105").Diagnostics);

        Assert.Equal(
            $"The method 'Do' cannot be a tool: {expected}",
            diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)
        );
        Assert.Equal("/app/Source0.cs", diagnostic.Location.GetLineSpan().Path);
    }

    [Theory]
    [InlineData("look up")]
    [InlineData("")]
    [InlineData("a.b")]
    public void ANameThatProvidersRefuseIsAnError(string name)
    {
        var code = $"{Start}static class T {{ [PromptTool(\"{name}\")] public static void Do() {{ }} }}";
        var diagnostic = Assert.Single(new TestProject().AddSource(code).Run("PK5103").Diagnostics);

        Assert.Equal($"\"{name}\"", code.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length));
    }

    [Theory]
    [InlineData("lookup_order")]
    [InlineData("lookup-order")]
    public void TwoToolsOfOneNameAreAnErrorAtTheSecond(string name)
    {
        var code =
            $"{Start}static class T {{ [PromptTool(\"{name}\")] public static void B() {{ }} [PromptTool(\"lookup_order\")] public static void A() {{ }} }}";

        Assert.Single(new TestProject().AddSource(code).Run("PK5104").Code);
    }

    [Fact]
    public void AToolThatNoPromptUsesIsAnInfo()
    {
        var project = new TestProject().AddSource("static class T { [PromptKit.PromptTool(\"x\")] public static void Do() { } }");

        var diagnostic = Assert.Single(project.Add("a.prompt", "Hello\n").Run("PK5106").Diagnostics);

        Assert.Equal(Microsoft.CodeAnalysis.DiagnosticSeverity.Info, diagnostic.Severity);
        Assert.Equal(
            "No prompt uses the tool 'x'. Name it under 'tools' of a prompt, or give it with a chat: 'Prompts.Tools.X'.",
            diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)
        );
        project.Add("a.prompt", "---\ntools: [x]\n---\nHello\n").Run();
        project.Add("a.prompt", "---\ntools: [x?]\n---\nHello\n").Run();
        project.Run();
    }

    [Fact]
    public void AnEntryWithoutAMethodIsAnErrorInThePrompt()
    {
        var diagnostic = Assert.Single(
            new TestProject()
                .AddSource("static class T { [PromptKit.PromptTool(\"lookup_order\")] public static void Do() { } }")
                .Add("a.prompt", "---\ntools: [lookup_order, lookup_ordr]\n---\nHello\n")
                .Run("PK5100")
                .Diagnostics
        );

        Assert.Equal(
            "/app/a.prompt(2,23): error PK5100: There is no tool 'lookup_ordr'. Did you mean 'lookup_order'? Put [PromptTool(\"lookup_ordr\")] on a method, or write 'lookup_ordr?' when the tool is given with the chat.",
            diagnostic.ToString()
        );
    }

    [Fact]
    public void AToolWithErrorsCausesNoSecondErrorInThePromptsThatUseIt() =>
        new TestProject()
            .AddSource("static class T { [PromptKit.PromptTool(\"x\")] public static void Do(object a) { } }")
            .Add("a.prompt", "---\ntools: [x]\n---\nHello\n")
            .Run("PK5101");
}
