namespace PromptKit.Compiler.Tests.Support;

/// <summary>Compiles prompts from memory, under a path that is the same on every machine.</summary>
internal static class TestCompiler
{
    public const string Namespace = "App";
    public const string Folder = "/app/";
    private const string SchemaFile = "_schemas.yaml";

    public static CompiledPrompt Compile(string content, string projectPath = "test.prompt") =>
        PromptCompiler.Compile(Source(projectPath, content));

    /// <summary>Compiles the files of a project together: prompts and <c>_schemas.yaml</c>.</summary>
    public static CompiledProject CompileProject(IEnumerable<(string ProjectPath, string Content)> files, ProjectSettings? settings = null)
    {
        settings ??= new ProjectSettings(Namespace);
        var sources = files.Select(file => Source(file.ProjectPath, file.Content) with { Project = settings }).ToLookup(IsSchemaFile);
        return ProjectCompiler.Compile(settings, sources[false], sources[true]);
    }

    private static PromptSource Source(string projectPath, string content) =>
        new(Folder + projectPath, projectPath, content, new ProjectSettings(Namespace));

    private static bool IsSchemaFile(PromptSource source) => Path.GetFileName(source.ProjectPath) == SchemaFile;
}
