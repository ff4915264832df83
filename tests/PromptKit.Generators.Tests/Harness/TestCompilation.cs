using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace PromptKit.Generators.Tests.Harness;

/// <summary>Compilations as users have them: .NET 10, the real PromptKit, nullable, documentation comments read.</summary>
internal static class TestCompilation
{
    /// <summary>C# 14 is a preview to the compiler that the generator is built against.</summary>
    public static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Preview, DocumentationMode.Diagnose);

    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary,
        optimizationLevel: OptimizationLevel.Debug,
        nullableContextOptions: NullableContextOptions.Enable,
        warningLevel: 9999,
        // Assembly versions differ between the reference assemblies and the run time; and who compares a name with itself in a template meant to.
        specificDiagnosticOptions: new Dictionary<string, ReportDiagnostic>(StringComparer.Ordinal)
        {
            ["CS1701"] = ReportDiagnostic.Suppress,
            ["CS1718"] = ReportDiagnostic.Suppress,
        }
    );

    private static readonly MetadataReference[] References =
    [
        .. Net100.References.All,
        MetadataReference.CreateFromFile(typeof(Prompt).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(ChatOptions).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(FromKeyedServicesAttribute).Assembly.Location),
    ];

    public static CSharpCompilation Of(params IEnumerable<string> sources) =>
        CSharpCompilation.Create("App", sources.Select((source, index) => Tree(source, $"/app/Source{index}.cs")), References, Options);

    public static SyntaxTree Tree(string source, string path) =>
        CSharpSyntaxTree.ParseText(WithWarnings(source), ParseOptions, path, System.Text.Encoding.UTF8);

    /// <summary>Errors and warnings; what the compiler merely hides or suggests does not count.</summary>
    public static IEnumerable<string> Complaints(Compilation compilation) =>
        WithWarnings(compilation).GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Select(Describe);

    // Users see no warning of generated code: there must be none to see.
    private static string WithWarnings(string source) => source.Replace("#pragma warning disable\n", "\n", StringComparison.Ordinal);

    private static Compilation WithWarnings(Compilation compilation) =>
        compilation.SyntaxTrees.Aggregate(compilation, (changed, tree) => changed.ReplaceSyntaxTree(tree, WithWarnings(tree)));

    private static SyntaxTree WithWarnings(SyntaxTree tree)
    {
        var source = tree.ToString();
        var warned = WithWarnings(source);
        return warned == source ? tree : CSharpSyntaxTree.ParseText(warned, (CSharpParseOptions)tree.Options, tree.FilePath);
    }

    /// <summary>What the compiler says, and the line that it says it of.</summary>
    public static string Describe(Diagnostic diagnostic) => $"{diagnostic} in: {LineOf(diagnostic)}";

    private static string LineOf(Diagnostic diagnostic)
    {
        var text = diagnostic.Location.SourceTree?.GetText();
        return text?.Lines.GetLineFromPosition(diagnostic.Location.SourceSpan.Start).ToString().Trim() ?? "";
    }
}
