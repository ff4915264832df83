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

    private static PortableExecutableReference Reference(string source, string accessibility) =>
        MetadataReference.CreateFromImage(
            Image(
                new TestProject()
                    .AddSource(source)
                    .WithProperty("RootNamespace", "Lib")
                    .WithProperty("PromptKitAccessibility", accessibility)
                    .Run()
                    .Compilation.WithAssemblyName("Lib")
            )
        );
}
