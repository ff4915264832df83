using PromptKit.Compiler;

namespace PromptKit.Generators.Tests.Differential;

/// <summary>
/// Templates that are compiled together, as variants of one prompt, so that the types of their input are compiled once; and loaded, until it
/// is disposed of.
/// </summary>
internal sealed class TemplateBatch : IDisposable
{
    private static readonly ProjectSettings Settings = new("T");
    private readonly LoadedAssembly _loaded;

    private TemplateBatch(LoadedAssembly loaded, IReadOnlyList<RandomProject> projects) => (_loaded, Projects) = (loaded, projects);

    /// <summary>Those that compile; the others have classes too, which only fail.</summary>
    public IReadOnlyList<RandomProject> Projects { get; }

    /// <summary>What C# warns of, with the template.</summary>
    public required IReadOnlyList<string> Complaints { get; init; }

    /// <summary>The prompt of one of <see cref="Projects"/>.</summary>
    public Prompt PromptOf(int index) => _loaded.Prompt("T.TPrompt").Variants.Single(variant => variant.Variant == Projects[index].Variant);

    /// <summary>Writes so many random projects, and loads them; those that do not compile are left out of <see cref="Projects"/>.</summary>
    public static TemplateBatch Load(Func<string, RandomProject> write, int count)
    {
        var projects = Enumerable.Range(0, count).Select(number => write($"p{number}")).ToList();
        var compiled = Compile(projects);
        var broken = BrokenOf(compiled);
        var code = compiled
            .Prompts.Select(prompt => prompt.Code)
            .OfType<string>()
            .Concat(compiled.Common.Where(file => file.HintName == "Prompts.Schemas.g.cs").Select(file => file.Code));
        var loaded = Load(code, projects, out var complaints);
        return new TemplateBatch(loaded, projects.FindAll(project => !broken.Contains(project.Variant)))
        {
            Complaints = [.. complaints.Select(complaint => $"{complaint}\n{projects.Find(project => IsNamed(project, complaint))}")],
        };
    }

    // With the templates that C# finds errors in.
    private static LoadedAssembly Load(IEnumerable<string> code, List<RandomProject> projects, out IReadOnlyList<string> complaints)
    {
        try
        {
            return LoadedAssembly.Load(TestCompilation.Of(code), out complaints);
        }
        catch (Xunit.Sdk.XunitException exception)
        {
            throw new InvalidOperationException(
                string.Join("\n\n", projects.Where(project => IsNamed(project, exception.Message))),
                exception
            );
        }
    }

    private static bool IsNamed(RandomProject project, string complaint) =>
        complaint.Contains($".{project.Variant}.prompt", StringComparison.Ordinal);

    public void Dispose() => _loaded.Dispose();

    private static CompiledProject Compile(IEnumerable<RandomProject> projects) =>
        ProjectCompiler.Compile(
            Settings,
            projects
                .SelectMany(project => project.Files)
                .Prepend(("t.prompt", RandomSchema.FrontMatter.ReplaceLineEndings("\n") + "x"))
                .Select(Source),
            [Source(("_schemas.yaml", RandomSchema.Schemas.ReplaceLineEndings("\n")))]
        );

    private static PromptSource Source((string Name, string Content) file) => new("/app/" + file.Name, file.Name, file.Content, Settings);

    // The variants that have errors, or whose partials have.
    private static HashSet<string> BrokenOf(CompiledProject project)
    {
        var diagnostics = project.Prompts.SelectMany(prompt => prompt.Diagnostics).ToList();
        var failures = diagnostics.Where(diagnostic => diagnostic.Rule.Id == "PK9000").Select(diagnostic => diagnostic.Message).ToList();
        Assert.True(failures.Count == 0, string.Join('\n', failures));
        return
        [
            .. diagnostics
                .Where(diagnostic => diagnostic.Severity == Severity.Error)
                .Select(diagnostic => RandomProject.VariantOf(Path.GetFileName(diagnostic.Place.Path))),
        ];
    }
}
