using System.Text.RegularExpressions;
using PromptKit.Compiler;

namespace PromptKit.Generators.Tests.Injection;

/// <summary>Files of this repository that are compiled together.</summary>
/// <param name="Files">Their paths and their texts.</param>
internal sealed partial record PromptProject(IReadOnlyList<(string ProjectPath, string Content)> Files)
{
    private const string Extension = ".prompt";

    public IEnumerable<(string ProjectPath, string Content)> Prompts =>
        Files.Where(file => file.ProjectPath.EndsWith(Extension, StringComparison.Ordinal));

    /// <summary>The partials by the name that they are included with.</summary>
    public IReadOnlyDictionary<string, string> Partials =>
        Prompts
            .Where(file => Path.GetFileName(file.ProjectPath).StartsWith('_'))
            .DistinctBy(file => Path.GetFileName(file.ProjectPath), StringComparer.Ordinal)
            .ToDictionary(file => Path.GetFileName(file.ProjectPath)[1..^Extension.Length], file => file.Content, StringComparer.Ordinal);

    /// <summary>Golden cases of the compiler's tests, each a project.</summary>
    public static IEnumerable<PromptProject> GoldenCases() =>
        GoldenCase.Sample(GoldenCase.All()).Select(golden => new PromptProject([.. golden.Files()]));

    /// <summary>The prompts that programs of this repository use, each project's together: the sample's, the benchmarks', the tests'.</summary>
    public static IEnumerable<PromptProject> Programs()
    {
        var root = RepositoryFolder.Path();
        return new[] { "prompts", "src", "tests" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(root, folder), "*" + Extension, SearchOption.AllDirectories))
            .Where(file => !file.StartsWith(RepositoryFolder.Cases, StringComparison.Ordinal))
            .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
            .Where(file => !file.Split('/').Any(segment => segment is "bin" or "obj"))
            .Order(StringComparer.Ordinal)
            .GroupBy(file => string.Join('/', file.Split('/').Take(file.StartsWith("prompts/", StringComparison.Ordinal) ? 1 : 2)))
            .Select(group => new PromptProject([.. group.Select(file => (file, File.ReadAllText(Path.Combine(root, file))))]));
    }

    public CompiledProject Compile(string ns)
    {
        var tools = Prompts.SelectMany(file => Tools().Matches(file.Content)).SelectMany(match => match.Groups["names"].Value.Split(','));
        var files = Files.Any(file => file.ProjectPath == "tools.txt")
            ? Files
            : [.. Files, ("tools.txt", string.Join('\n', tools.Distinct(StringComparer.Ordinal)))];
        return TestCompiler.CompileProject(files, new ProjectSettings(ns));
    }

    // Which tools there are is C#, and not what these tests are about.
    [GeneratedRegex(
        @"^tools: \[(?<names>[\w, ]*)\]",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Tools();
}
