using System.Text.RegularExpressions;
using PromptKit.Compiler;
using PromptKit.Compiler.Diagnostics;
using PromptKit.Compiler.FrontMatter;
using Scriban;

namespace PromptKit.Generators.Tests.Injection;

/// <summary>A prompt of this repository that compiles, with what Scriban's interpreter needs to render it.</summary>
/// <param name="Prompt">The compiled prompt, or variant.</param>
/// <param name="File">Where it stands.</param>
/// <param name="Content">The text of its file.</param>
/// <param name="Partials">The texts that it may include, by name.</param>
internal sealed partial record RepositoryPrompt(Prompt Prompt, string File, string Content, IReadOnlyDictionary<string, string> Partials)
{
    /// <summary>The template for Scriban's interpreter.</summary>
    public Template Template { get; } = Template.Parse(BodyOf(File, Content));

    /// <summary>The template with its partials.</summary>
    public string AllText { get; } = BodyOf(File, Content) + string.Concat(Partials.Values);

    /// <summary>Compiles projects, all those without errors, into one assembly.</summary>
    public static (LoadedAssembly Loaded, IReadOnlyList<RepositoryPrompt> Prompts) Load(IEnumerable<PromptProject> projects)
    {
        var compiled = projects
            .Select((project, index) => (Project: project, Namespace: $"Case{index}", Result: project.Compile($"Case{index}")))
            .Where(one => Errors(one.Result) == 0)
            .ToList();
        var loaded = LoadedAssembly.Load(
            TestCompilation.Of(
                compiled.SelectMany(one =>
                    one.Result.Prompts.Select(prompt => prompt.Code).OfType<string>().Concat(one.Result.Common.Select(file => file.Code))
                )
            )
        );
        return (loaded, [.. compiled.SelectMany(one => Prompts(loaded, one.Project, one.Namespace, one.Result))]);
    }

    // What stands behind the front matter.
    private static string BodyOf(string file, string content)
    {
        var text = new PromptText(file, content);
        return text[FrontMatterSplitter.Split(text, new DiagnosticBag(text))!.Body];
    }

    private static int Errors(CompiledProject project) =>
        project
            .Prompts.SelectMany(prompt => prompt.Diagnostics)
            .Concat(project.SchemaDiagnostics)
            .Count(diagnostic => diagnostic.Severity == Severity.Error);

    private static IEnumerable<RepositoryPrompt> Prompts(LoadedAssembly loaded, PromptProject project, string ns, CompiledProject compiled)
    {
        // Prompts of one hash send the same.
        var files = project
            .Prompts.Zip(compiled.Prompts)
            .Where(pair => pair.Second.Code is not null)
            .ToLookup(pair => SourceHash().Match(pair.Second.Code!).Groups["hash"].Value, pair => pair.First, StringComparer.Ordinal);
        return loaded.Assembly.GetType($"{ns}.Prompts") is null
            ? []
            : loaded
                .AllPrompts($"{ns}.Prompts")
                .SelectMany(prompt => prompt.Variants.Prepend(prompt))
                .Select(prompt => (prompt, file: files[prompt.SourceHash].First()))
                .Select(one => new RepositoryPrompt(one.prompt, one.file.ProjectPath, one.file.Content, project.Partials));
    }

    [GeneratedRegex("SourceHash => \"(?<hash>[0-9a-f]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SourceHash();
}
