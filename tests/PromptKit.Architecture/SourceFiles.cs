namespace PromptKit.Architecture;

/// <summary>The C# that people of this repository wrote.</summary>
internal static class SourceFiles
{
    private static readonly string[] Generated = ["bin", "obj", "_snapshots"];

    public static IReadOnlyList<SourceFile> All() => [.. In("generators"), .. In("src"), .. In("tests")];

    public static IEnumerable<SourceFile> In(params string[] folder)
    {
        var root = RepositoryFolder.Path();
        return Directory
            .EnumerateFiles(RepositoryFolder.Path(folder), "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
            .Where(path => !path.Split('/').Intersect(Generated, StringComparer.Ordinal).Any())
            .Order(StringComparer.Ordinal)
            .Select(path => new SourceFile(path, File.ReadAllText(Path.Combine(root, path)).ReplaceLineEndings("\n")));
    }
}
