using PromptKit.Compiler.Diagnostics;

namespace PromptKit.Compiler.Tests.Support;

/// <summary>
/// What a user could write, and what the compiler must say about it: <c>name.prompt</c>, or the files of a folder <c>name.project</c>, and
/// <c>name.expected</c>.
/// </summary>
/// <param name="Name">The path below <c>Cases</c>, without extension.</param>
internal sealed record GoldenCase(string Name)
{
    private const string PromptExtension = ".prompt";
    private const string ProjectExtension = ".project";
    private const string ExpectedExtension = ".expected";

    public string ExpectedFile => PathWith(ExpectedExtension);

    public bool IsProject => Directory.Exists(PathWith(ProjectExtension));

    /// <summary>The file's name is the prompt's: cases about names are named for it.</summary>
    public string ProjectPath => Path.GetFileName(PathWith(PromptExtension));

    public static IEnumerable<GoldenCase> All() => PromptNames().Concat(Projects()).Select(name => new GoldenCase(name));

    /// <summary>The cases of one prompt each.</summary>
    public static IEnumerable<GoldenCase> SinglePrompts() => PromptNames().Select(name => new GoldenCase(name));

    /// <summary>Some of these cases, for what takes long: a third of them, and all from a scale of 3 on.</summary>
    public static IEnumerable<GoldenCase> Sample(IEnumerable<GoldenCase> cases) => cases.Where((_, index) => index % 3 < TestSeed.Scale);

    /// <summary>The cases whose prompt is gone.</summary>
    public static IEnumerable<string> Orphans() =>
        Names(ExpectedExtension).Except(All().Select(golden => golden.Name), StringComparer.Ordinal);

    public string ReadPrompt() => File.ReadAllText(PathWith(PromptExtension));

    public IReadOnlyList<PromptDiagnostic> Diagnostics()
    {
        if (!IsProject)
        {
            return [.. TestCompiler.Compile(ReadPrompt(), ProjectPath).Diagnostics];
        }

        var project = TestCompiler.CompileProject(ProjectFiles());
        return
        [
            .. project
                .Prompts.SelectMany(prompt => prompt.Diagnostics)
                .Concat(project.SchemaDiagnostics)
                .OrderBy(diagnostic => diagnostic.Place.Path, StringComparer.Ordinal),
        ];
    }

    /// <summary>What the expected file must hold.</summary>
    public string Lines() => DiagnosticLines.Write(Diagnostics(), withFiles: IsProject);

    /// <summary>The prompt, or the files of the project.</summary>
    public IEnumerable<(string ProjectPath, string Content)> Files() => IsProject ? ProjectFiles() : [(ProjectPath, ReadPrompt())];

    private IEnumerable<(string ProjectPath, string Content)> ProjectFiles()
    {
        var folder = PathWith(ProjectExtension);
        return Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(file => (Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllText(file)));
    }

    private static IEnumerable<string> PromptNames() =>
        Names(PromptExtension).Where(name => !name.Contains(ProjectExtension + "/", StringComparison.Ordinal));

    private static IEnumerable<string> Projects() =>
        Directory
            .EnumerateDirectories(RepositoryFolder.Cases, "*" + ProjectExtension, SearchOption.AllDirectories)
            .Select(folder => WithoutExtension(folder, ProjectExtension))
            .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Names(string extension) =>
        Directory
            .EnumerateFiles(RepositoryFolder.Cases, "*" + extension, SearchOption.AllDirectories)
            .Select(file => WithoutExtension(file, extension))
            .Order(StringComparer.Ordinal);

    private static string WithoutExtension(string path, string extension) =>
        Path.GetRelativePath(RepositoryFolder.Cases, path)[..^extension.Length].Replace('\\', '/');

    private string PathWith(string extension) => Path.Combine(RepositoryFolder.Cases, Name + extension);
}
