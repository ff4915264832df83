namespace PromptKit.Compiler.Tests.Support;

/// <summary>A pair of files: a prompt as a user could write it, and what the compiler must say about it.</summary>
/// <param name="Name">The path below <c>Cases</c>, without extension.</param>
internal sealed record GoldenCase(string Name)
{
    public const string PromptExtension = ".prompt";
    private const string ExpectedExtension = ".expected";

    public string PromptFile => PathWith(PromptExtension);

    public string ExpectedFile => PathWith(ExpectedExtension);

    /// <summary>The file's name is the prompt's: cases about names are named for it.</summary>
    public string ProjectPath => Path.GetFileName(PromptFile);

    public static IEnumerable<GoldenCase> All() => Names(PromptExtension).Select(name => new GoldenCase(name));

    /// <summary>The cases whose prompt is gone.</summary>
    public static IEnumerable<string> Orphans() => Names(ExpectedExtension).Except(Names(PromptExtension), StringComparer.Ordinal);

    public string ReadPrompt() => File.ReadAllText(PromptFile);

    public CompiledPrompt Compile() => TestCompiler.Compile(ReadPrompt(), ProjectPath);

    private static IEnumerable<string> Names(string extension) =>
        Directory
            .EnumerateFiles(RepositoryFolder.Cases, "*" + extension, SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(RepositoryFolder.Cases, file)[..^extension.Length].Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    private string PathWith(string extension) => Path.Combine(RepositoryFolder.Cases, Name + extension);
}
