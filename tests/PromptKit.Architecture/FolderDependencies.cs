using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PromptKit.Architecture;

/// <summary>
/// Which folder's types a file uses. The runtime's folders share the namespace <c>PromptKit</c>, so that no analysis of the assembly can
/// tell: the sources are compiled, and every name is resolved to the file that declares it.
/// </summary>
internal sealed class FolderDependencies
{
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    // The generators of the SDK write the other half of these; here they stand alone. What their sources name is resolved all the same.
    private static readonly string[] CompletedByGenerators =
    [
        "SessionLogMessages",
        "SessionRecords",
        "SpanRecords",
        "MarkupFunctions.Tags",
    ];

    private readonly CSharpCompilation _compilation;

    public FolderDependencies(IEnumerable<SourceFile> files)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("PromptKit", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path));
        _compilation = CSharpCompilation.Create(
            "Sources",
            [.. files.Select(file => file.Tree), CSharpSyntaxTree.ParseText(ImplicitUsings, SourceFile.ParseOptions)],
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)
        );
    }

    /// <summary>Errors of the compilation: with any, names go unresolved and uses unseen.</summary>
    public IEnumerable<string> Errors =>
        _compilation
            .GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Select(error => error.ToString())
            .Where(error => !CompletedByGenerators.Any(type => error.Contains(type, StringComparison.Ordinal)));

    /// <summary>The uses, in files of <paramref name="folder"/>, of types declared in <paramref name="forbidden"/>.</summary>
    public IEnumerable<string> Uses(string folder, string forbidden) =>
        from tree in _compilation.SyntaxTrees
        where IsIn(tree.FilePath, folder)
        let model = _compilation.GetSemanticModel(tree)
        from name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>()
        let type = TypeOf(model.GetSymbolInfo(name).Symbol)
        where type is not null && type.DeclaringSyntaxReferences.Any(declaration => IsIn(declaration.SyntaxTree.FilePath, forbidden))
        select $"{tree.FilePath} uses {type.Name}";

    private static INamedTypeSymbol? TypeOf(ISymbol? symbol) => symbol as INamedTypeSymbol ?? symbol?.ContainingType;

    private static bool IsIn(string path, string folder) => path.StartsWith(folder + "/", StringComparison.Ordinal);
}
