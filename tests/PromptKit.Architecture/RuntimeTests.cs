using NetArchTest.Rules;

namespace PromptKit.Architecture;

/// <summary>What users install.</summary>
public sealed class RuntimeTests
{
    private const string Runtime = "src/PromptKit/";

    private static readonly string[] Folders = ["DependencyInjection", "Outputs", "Prompts", "Rendering", "Sessions", "Stores", "Tools"];

    // A folder and what it must not use: sessions may use prompts, never the reverse; stores know no prompts.
    private static readonly Dictionary<string, string[]> Forbidden = new(StringComparer.Ordinal)
    {
        ["Outputs"] = ["Sessions", "Stores", "Tools"],
        ["Prompts"] = ["Sessions", "Stores", "Tools"],
        ["Rendering"] = ["Sessions", "Stores", "Tools"],
        ["Stores"] = ["Prompts", "Rendering"],
    };

    [Fact]
    public void TheRuntimeNeverReferencesTheCompiler() =>
        Assert.DoesNotContain(
            typeof(Prompt).Assembly.GetReferencedAssemblies(),
            name =>
                name.Name!.StartsWith("PromptKit", StringComparison.Ordinal)
                || name.Name == "YamlDotNet"
                || name.Name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)
        );

    [Fact]
    public void OnlyRenderingMayCallTheFunctionsOfScriban()
    {
        var outside = Types.InAssembly(typeof(Prompt).Assembly).That().DoNotResideInNamespace("PromptKit.Rendering");
        var anywhere = Types.InAssembly(typeof(Prompt).Assembly);

        Assert.Empty(outside.ShouldNot().HaveDependencyOn("Scriban").GetResult().FailingTypeNames ?? []);
        Assert.Empty(
            anywhere.ShouldNot().HaveDependencyOnAny("Scriban.TemplateContext", "Scriban.Template").GetResult().FailingTypeNames ?? []
        );
    }

    [Fact]
    public void PromptsNeverDependOnSessionsNorStoresOnPrompts()
    {
        var dependencies = new FolderDependencies(SourceFiles.In("src", "PromptKit"));

        Assert.Empty(dependencies.Errors);
        foreach (var (folder, others) in Forbidden)
        {
            Assert.All(others, other => Assert.Empty(dependencies.Uses(Runtime + folder, Runtime + other)));
        }
    }

    [Fact]
    public void EveryFolderOfTheRuntimeIsKnownHere() =>
        Assert.Subset(
            Folders.ToHashSet(StringComparer.Ordinal),
            SourceFiles
                .In("src", "PromptKit")
                .Select(file => file.RelativePath[Runtime.Length..].Split('/')[0])
                .ToHashSet(StringComparer.Ordinal)
        );

    [Fact]
    public void AUseIsSeen()
    {
        var dependencies = new FolderDependencies([
            new SourceFile(
                "src/PromptKit/Sessions/Chat.cs",
                "namespace PromptKit; public sealed class Chat { public static int Count => 0; }"
            ),
            new SourceFile("src/PromptKit/Prompts/Direct.cs", "namespace PromptKit; class Direct { Chat? _chat; }"),
            new SourceFile(
                "src/PromptKit/Prompts/Member.cs",
                "namespace PromptKit; class Member { int Count => global::PromptKit.Chat.Count; }"
            ),
            new SourceFile("src/PromptKit/Prompts/Name.cs", "namespace PromptKit; class Name { string Chat => \"Chat\"; }"),
        ]);

        Assert.Equal(
            ["src/PromptKit/Prompts/Direct.cs", "src/PromptKit/Prompts/Member.cs"],
            dependencies.Uses("src/PromptKit/Prompts", "src/PromptKit/Sessions").Select(use => use.Split(' ')[0]).Distinct()
        );
    }
}
