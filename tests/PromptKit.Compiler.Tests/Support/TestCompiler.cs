using PromptKit.Compiler.Binding;
using PromptKit.Compiler.Binding.Model;

namespace PromptKit.Compiler.Tests.Support;

/// <summary>Compiles prompts from memory, under a path that is the same on every machine.</summary>
internal static class TestCompiler
{
    public const string Namespace = "App";
    public const string Folder = "/app/";
    private const string SchemaFile = "_schemas.yaml";
    private const string ToolsFile = "tools.txt";

    public static CompiledPrompt Compile(string content, string projectPath = "test.prompt") =>
        PromptCompiler.Compile(Source(projectPath, content));

    /// <summary>Compiles the files of a project together: prompts, <c>_schemas.yaml</c>, and the names of its tools in <c>tools.txt</c>.</summary>
    public static CompiledProject CompileProject(IEnumerable<(string ProjectPath, string Content)> files, ProjectSettings? settings = null)
    {
        settings ??= new ProjectSettings(Namespace);
        var all = files.ToLookup(file => file.ProjectPath == ToolsFile);
        var sources = all[false].Select(file => Source(file.ProjectPath, file.Content) with { Project = settings }).ToLookup(IsSchemaFile);
        return ProjectCompiler.Compile(settings, sources[false], sources[true], ToolsOf(all[true].Select(file => file.Content)));
    }

    // A line is the name of a tool; its methods are C#, and none of the compiler's.
    private static ToolCatalog ToolsOf(IEnumerable<string> files) =>
        ToolCatalog.Of(
            files
                .SelectMany(file => file.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                .Select(name => new ToolOutline(name, $"global::{Namespace}.Prompts.Tools.{PascalCase.Of(name)}", "")),
            []
        );

    private static PromptSource Source(string projectPath, string content) =>
        new(Folder + projectPath, projectPath, content, new ProjectSettings(Namespace));

    private static bool IsSchemaFile(PromptSource source) => Path.GetFileName(source.ProjectPath) == SchemaFile;
}
