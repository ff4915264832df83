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
        var tools = all[true].SelectMany(file => Lines(file.Content)).Select(name => ToolCompiler.Compile(ToolOf(name), settings)).ToList();
        var catalog = ToolCatalog.Of(tools.Select(tool => tool.Outline), []);
        var compiled = ProjectCompiler.Compile(settings, sources[false], sources[true], catalog);
        var code = tools.Select(tool => new GeneratedFile(tool.HintName, tool.Code));
        return compiled with { Common = compiled.Common.Concat(code).ToEquatableArray() };
    }

    // What is behind a tool is C#, and none of the compiler's.
    private static ToolMethod ToolOf(string name) =>
        new()
        {
            Name = name,
            Target = $"global::{Namespace}.Methods",
            Method = "Run",
            IsBroken = true,
        };

    private static string[] Lines(string content) =>
        content.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static PromptSource Source(string projectPath, string content) =>
        new(Folder + projectPath, projectPath, content, new ProjectSettings(Namespace));

    private static bool IsSchemaFile(PromptSource source) => Path.GetFileName(source.ProjectPath) == SchemaFile;
}
