using System.IO.Compression;
using System.Xml.Linq;

namespace PromptKit.Package;

public sealed class PackageContentTests(Workshop workshop)
{
    [Fact]
    public void PromptKit_HoldsTheLibraryTheGeneratorAndWhatItNeeds()
    {
        string[] expected =
        [
            "README.md",
            "analyzers/dotnet/cs/PromptKit.Compiler.dll",
            "analyzers/dotnet/cs/PromptKit.Generators.dll",
            "analyzers/dotnet/cs/Scriban.Signed.dll",
            "analyzers/dotnet/cs/YamlDotNet.dll",
            "build/PromptKit.props",
            "build/PromptKit.targets",
            "buildTransitive/PromptKit.props",
            "buildTransitive/PromptKit.targets",
            "lib/net10.0/PromptKit.dll",
            "lib/net10.0/PromptKit.xml",
        ];

        Assert.Equal(expected, Contents("PromptKit"));
    }

    [Fact]
    public void PromptKitTesting_HoldsTheLibraryAlone() =>
        Assert.Equal(
            ["README.md", "lib/net10.0/PromptKit.Testing.dll", "lib/net10.0/PromptKit.Testing.xml"],
            Contents("PromptKit.Testing")
        );

    [Theory]
    [InlineData("PromptKit")]
    [InlineData("PromptKit.Testing")]
    public void WhatTheCompilerNeeds_IsNoDependencyOfThePackage(string package)
    {
        var dependencies = Nuspec(package).Descendants().Where(element => element.Name.LocalName == "dependency");
        var names = dependencies.Select(dependency => (string)dependency.Attribute("id")!).ToList();

        Assert.Contains("Microsoft.Extensions.AI.Abstractions", names);
        Assert.DoesNotContain(names, name => name is "YamlDotNet" || name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal));
    }

    // With its types at compile time, users of plain Scriban would see each type twice (CS0433).
    [Fact]
    public void ScribansFunctionsAreThereAtRunTimeAlone()
    {
        var scriban = Nuspec("PromptKit").Descendants().Single(element => (string?)element.Attribute("id") == "Scriban.Signed");

        var included = ((string?)scriban.Attribute("include"))?.Split(',');
        var excluded = ((string?)scriban.Attribute("exclude") ?? "").Split(',');
        Assert.True(included is null ? excluded.Contains("Compile") : !included.Contains("Compile"), scriban.ToString());
    }

    // All but the files that every package has.
    private IEnumerable<string> Contents(string package)
    {
        using var archive = Open(package);
        return
        [
            .. archive
                .Entries.Select(entry => entry.FullName)
                .Where(name =>
                    !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal)
                )
                .Where(name => name != "[Content_Types].xml" && !name.EndsWith(".nuspec", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];
    }

    private XDocument Nuspec(string package)
    {
        using var archive = Open(package);
        using var nuspec = archive.GetEntry($"{package}.nuspec")!.Open();
        return XDocument.Load(nuspec);
    }

    private ZipArchive Open(string package) => ZipFile.OpenRead(Path.Combine(workshop.Feed, $"{package}.{workshop.Version}.nupkg"));
}
