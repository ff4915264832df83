using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis;
using PromptKit.Compiler.Diagnostics;
using PromptKit.Conformance.Comparing;
using PromptKit.Conformance.Reporting;
using PromptKit.Conformance.Specification;

namespace PromptKit.Conformance.Compiling;

/// <summary>Runs cases as users' prompts run: compiled to C#, which is compiled with Roslyn, all cases at once, loaded and called.</summary>
internal static class CaseBatch
{
    public static IReadOnlyList<CaseResult> Run(IEnumerable<SpecCase> cases)
    {
        var projects = cases.Select((specCase, index) => CaseProject.Compile(specCase, index + 1)).ToList();
        var (compilation, complaints) = CompileAll(projects);
        var sound = projects.Where(project => !complaints[project].Any()).ToList();
        using var loaded = LoadedAssembly.Load(
            sound.Count == projects.Count ? compilation : TestCompilation.Of(sound.SelectMany(project => project.Code))
        );
        return [.. projects.Select(project => Judge(project, [.. complaints[project]], loaded.Assembly))];
    }

    // The C# of a refused prompt counts too: callers must see no second error.
    private static (Compilation Compilation, ILookup<CaseProject, string> Complaints) CompileAll(List<CaseProject> projects)
    {
        var owners = projects.SelectMany(project => project.Code, (project, code) => (project, code)).ToList();
        var compilation = TestCompilation.Of(owners.Select(owner => owner.code));
        var trees = compilation.SyntaxTrees.Index().ToDictionary(tree => tree.Item, tree => owners[tree.Index].project);
        var complaints = compilation
            .GetDiagnostics()
            .Where(diagnostic => diagnostic is { Severity: >= DiagnosticSeverity.Warning, Location.SourceTree: not null })
            .ToLookup(diagnostic => trees[diagnostic.Location.SourceTree!], diagnostic => diagnostic.ToString());
        return (compilation, complaints);
    }

    private static CaseResult Judge(CaseProject project, IReadOnlyList<string> complaints, Assembly assembly)
    {
        var specCase = project.Case;
        if (specCase.UnknownKey is { } unknown)
        {
            return CaseResult.Fail(specCase, $"This runner does not know the key '{unknown}'.");
        }

        if (complaints.Count > 0)
        {
            return CaseResult.Fail(specCase, $"The generated C# does not compile: {string.Join("; ", complaints)}");
        }

        if (project.Errors.Count > 0)
        {
            return CaseResult.Refuse(
                specCase,
                project.Errors.Select(error => error.Rule.Id),
                string.Join("; ", project.Errors.Select(Write))
            );
        }

        try
        {
            var differences = Expectation.Differences(project, PromptOf(project, assembly));
            return differences.Count == 0 ? CaseResult.Pass(specCase) : CaseResult.Fail(specCase, string.Join("; ", differences));
        }
#pragma warning disable CA1031 // Whatever goes wrong with one case must not hide the others.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return CaseResult.Fail(specCase, $"{exception.GetType().Name}: {exception.Message}");
        }
    }

    private static Prompt PromptOf(CaseProject project, Assembly assembly)
    {
        var all = assembly.GetType($"{project.Namespace}.Prompts", throwOnError: true)!.GetProperty("All")!.GetValue(obj: null);
        return ((IReadOnlyList<Prompt>)all!).Single();
    }

    private static string Write(PromptDiagnostic diagnostic)
    {
        var (path, place) = (Path.GetFileName(diagnostic.Place.Path), diagnostic.Place);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{path}({place.StartLine + 1},{place.StartColumn + 1}) {diagnostic.Rule.Id}: {diagnostic.Message}"
        );
    }
}
