using System.Reflection;

namespace PromptKit.Docs;

/// <summary>The repository's Markdown files. The pages of the diagnostics are tested with the diagnostics.</summary>
internal static class Documents
{
    public static string Root { get; } =
        typeof(Documents)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == "RepositoryFolder")
            .Value!;

    /// <summary>Their paths, relative to the repository.</summary>
    public static IReadOnlyList<string> Paths { get; } =
    [
        .. Directory
            .EnumerateFiles(Root, "*.md")
            .Concat(Directory.EnumerateFiles(Path.Combine(Root, "prompts"), "*.md"))
            .Concat(
                Directory.EnumerateDirectories(Path.Combine(Root, "src")).SelectMany(folder => Directory.EnumerateFiles(folder, "*.md"))
            )
            .Select(path => Path.GetRelativePath(Root, path))
            .Order(StringComparer.Ordinal),
    ];

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    public static IReadOnlyList<Snippet> Snippets(string path) => [.. MarkdownReader.Read(path, Read(path))];
}
