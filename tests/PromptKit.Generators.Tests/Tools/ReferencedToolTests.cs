using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace PromptKit.Generators.Tests.Tools;

/// <summary>Tools of the projects that a project references.</summary>
public sealed class ReferencedToolTests
{
    private const string Library = """
        namespace Lib;
        static class T { [PromptKit.PromptTool("lookup_order")] public static int LookupOrder(int orderId) => orderId; }
        """;

    [Fact]
    public void APromptUsesTheToolsOfAReferencedProject()
    {
        var code = Desk(Library).Run().Code;

        Assert.Contains(code, file => file.Value.Contains("Tools = [global::Lib.Prompts.Tools.LookupOrder]", StringComparison.Ordinal));
    }

    [Fact]
    public void TheProjectsOwnToolComesFirst()
    {
        var code = Desk(Library)
            .AddSource("static class T { [PromptKit.PromptTool(\"lookup_order\")] public static int LookupOrder() => 1; }")
            .Run()
            .Code;

        Assert.Contains(code, file => file.Value.Contains("Tools = [global::App.Prompts.Tools.LookupOrder]", StringComparison.Ordinal));
    }

    [Fact]
    public void ANameThatTwoReferencedProjectsHaveIsAnErrorAtTheEntry()
    {
        var project = Desk(Library) with { References = [Reference(Library, "public"), Reference(Library, "public", "Other")] };

        Assert.Equal(
            "/app/desk.prompt(2,9): error PK5107: Two referenced projects have a tool 'lookup_order': 'Lib.Prompts.Tools.LookupOrder' and 'Other.Prompts.Tools.LookupOrder'. Write 'lookup_order?' and give one of them with the chat, or rename one.",
            Assert.Single(project.Run("PK5107").Diagnostics).ToString()
        );
        project.AddSource("static class T { [PromptKit.PromptTool(\"lookup_order\")] public static int LookupOrder() => 1; }").Run();
    }

    [Fact]
    public void ToolsOfAProjectWhosePromptsAreInternalAreItsOwn() => Desk(Library, "internal").Run("PK5100");

    [Fact]
    public void WhatModelsAreToldOfAToolCountsInTheSourceHash()
    {
        var described = Library.Replace(
            "[PromptKit",
            "[System.ComponentModel.Description(\"Looks it up.\")] [PromptKit",
            StringComparison.Ordinal
        );

        Assert.NotEqual(Hash(Desk(Library)), Hash(Desk(described)));
        Assert.Equal(Hash(Desk(Library)), Hash(Desk(Library.Replace("=> orderId", "=> orderId + 1", StringComparison.Ordinal))));
    }

    private static TestProject Desk(string library, string accessibility = "public") =>
        TestProject.With("desk.prompt", "---\ntools: [lookup_order]\n---\nYou help customers.\n") with
        {
            References = [Reference(library, accessibility)],
        };

    private static string Hash(TestProject project) =>
        project.Run().Code.Values.Single(code => code.Contains(" SourceHash => ", StringComparison.Ordinal)).Split(" SourceHash => ")[1][
            ..18
        ];

    private static ImmutableArray<byte> Image(Compilation compilation)
    {
        using var image = new MemoryStream();
        Assert.True(compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);
        return [.. image.ToArray()];
    }

    private static PortableExecutableReference Reference(string source, string accessibility, string name = "Lib") =>
        MetadataReference.CreateFromImage(
            Image(
                new TestProject()
                    .AddSource(source)
                    .WithProperty("RootNamespace", name)
                    .WithProperty("PromptKitAccessibility", accessibility)
                    .Run()
                    .Compilation.WithAssemblyName(name)
            )
        );
}
