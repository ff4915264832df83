using System.Globalization;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PromptKit.Generators;

namespace PromptKit.Docs;

/// <summary>Compiles snippets as a project of a user would.</summary>
internal sealed class SnippetProject
{
    // What the SDK gives every project, and xunit's own for tests.
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Xunit;
        namespace MyApp { }
        """;

    // A snippet without using directives of its own is a part of a file that has them.
    private const string FileUsings = """
        global using Microsoft.Extensions.AI;
        global using PromptKit;
        global using PromptKit.Testing;
        global using MyApp;
        """;

    // A snippet may declare what only its reader would use; that a package was built for an older .NET, the SDK's builds do not say either.
    // A partial is shown before the prompt that includes it.
    private static readonly string[] Allowed = ["CS0168", "CS0219", "CS8321", "CS1701", "PK5022"];

    // The SDK's compiler reads C# 14; to the Roslyn of these tests that is still a preview.
    private static readonly CSharpParseOptions Syntax = new(LanguageVersion.Preview);

    // The compiler's internals are visible to this assembly; CONTRIBUTING.md shows some.
    private const string AssemblyName = "PromptKit.Compiler.Tests";

    private static readonly string[] ReferencePrefixes =
    [
        "PromptKit",
        "Microsoft.Data.Sqlite",
        "Microsoft.Extensions.",
        "Npgsql",
        "StackExchange.Redis",
        "OpenAI",
        "System.ClientModel",
        "xunit.v3.assert",
        "xunit.v3.core",
    ];

    private static readonly MetadataReference[] References =
    [
        .. Net100.References.All,
        .. Directory
            .EnumerateFiles(AppContext.BaseDirectory, "*.dll")
            .Where(file => Path.GetFileName(file) is not "PromptKit.Docs.dll" && ReferencePrefixes.Any(Path.GetFileName(file).StartsWith))
            .Select(file => MetadataReference.CreateFromFile(file)),
    ];

    private readonly List<AdditionalText> _files = [];
    private readonly List<SyntaxTree> _trees = [Parse(ImplicitUsings)];
    private bool _isProgram;

    /// <summary>Adds <c>.prompt</c> files, <c>_schemas.yaml</c>, and C# of the project.</summary>
    public SnippetProject AddFiles(IEnumerable<Snippet> files)
    {
        foreach (var file in files)
        {
            if (file.Language == "csharp")
            {
                _trees.Add(Parse(ToCode(file)));
            }
            else
            {
                _files.Add(new ProjectFile(file.File, file.Text));
            }
        }

        return this;
    }

    /// <summary>Adds C#: one block, or several that continue each other.</summary>
    public SnippetProject AddCode(IReadOnlyList<Snippet> blocks)
    {
        var tree = Parse(string.Concat(blocks.Select(ToCode)));
        var root = tree.GetCompilationUnitRoot();
        _isProgram = root.Members.OfType<GlobalStatementSyntax>().Any();
        _trees.Add(tree);
        if (root.Usings.Count == 0)
        {
            _trees.Add(Parse(FileUsings));
        }

        return this;
    }

    /// <summary>Compiles.</summary>
    /// <returns>The assembly's metadata and code, and what the build says, in the order of the files.</returns>
    public (CSharpCompilation Compilation, IReadOnlyList<string> Messages) Compile()
    {
        var kind = _isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;
        var options = new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable);
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new PromptGenerator().AsSourceGenerator()],
            _files,
            Syntax,
            new ProjectOptions()
        );
        driver = driver.RunGeneratorsAndUpdateCompilation(
            CSharpCompilation.Create(AssemblyName, _trees, References, options),
            out var compilation,
            out var diagnostics,
            TestContext.Current.CancellationToken
        );
        var messages = diagnostics
            .Concat(compilation.GetDiagnostics(TestContext.Current.CancellationToken))
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !Allowed.Contains(diagnostic.Id))
            .OrderBy(diagnostic => diagnostic.Location.GetMappedLineSpan().Path, StringComparer.Ordinal)
            .ThenBy(diagnostic => diagnostic.Location.GetMappedLineSpan().StartLinePosition)
            .Select(Format);
        return ((CSharpCompilation)compilation, [.. messages]);
    }

    // `#line`, so that messages name the place in the document.
    private static string ToCode(Snippet block)
    {
        var given = block.Context.GetValueOrDefault("given")?.Split(';') ?? [];
        var (open, close) = block.Context.TryGetValue("members", out var name)
            ? ($"namespace {name} {{ static class Snippet {{", "}}")
            : ("", "");
        var line = block.Line.ToString(CultureInfo.InvariantCulture);
        return $"{string.Concat(given.Select(variable => $"{variable} = default!;\n"))}{open}\n#line {line} \"{block.Document}\"\n{block.Text}{close}\n";
    }

    private static string Format(Diagnostic diagnostic)
    {
        var place = diagnostic.Location.GetMappedLineSpan();
        var severity = diagnostic.Severity == DiagnosticSeverity.Error ? "error" : "warning";
        var (line, column) = (place.StartLinePosition.Line + 1, place.StartLinePosition.Character + 1);
        var message = diagnostic.GetMessage(CultureInfo.InvariantCulture);
        return FormattableString.Invariant($"{place.Path}({line},{column}): {severity} {diagnostic.Id}: {message}");
    }

    private static CSharpSyntaxTree Parse(string code) => (CSharpSyntaxTree)CSharpSyntaxTree.ParseText(code, Syntax);
}
