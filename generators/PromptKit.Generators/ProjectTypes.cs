using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PromptKit.Compiler.Binding;
using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Text;

namespace PromptKit.Generators;

/// <summary>Looks at the project's own C#: the only place that sees a compilation, and nothing of it leaves but names.</summary>
internal static class ProjectTypes
{
    /// <summary>The names that the project has and prompts may want. What is partial is meant to be joined with what is generated.</summary>
    public static EquatableArray<TakenName> FindTaken(
        (Compilation Compilation, PromptCatalog Catalog) item,
        CancellationToken cancellationToken
    )
    {
        var (compilation, catalog) = item;
        if (catalog.Prompts.Count == 0)
        {
            return default;
        }

        // The names are compared before any symbol is made: this runs at every key press.
        var properties = new HashSet<string>(catalog.Prompts.Select(prompt => prompt.Names.Property), StringComparer.Ordinal);
        return compilation
            .GetSymbolsWithName(
                name => name == catalog.Project.ClassName || ProjectNames.MayBeGenerated(properties, name),
                SymbolFilter.Namespace | SymbolFilter.Type,
                cancellationToken
            )
            .OfType<INamespaceOrTypeSymbol>()
            .Where(symbol => symbol is not INamedTypeSymbol { Arity: > 0 } && !IsPartial(symbol, cancellationToken))
            .Select(symbol => new TakenName(symbol.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat), KindOf(symbol)))
            .OrderBy(name => name.FullName, StringComparer.Ordinal)
            .ToEquatableArray();
    }

    private static bool IsPartial(INamespaceOrTypeSymbol symbol, CancellationToken cancellationToken) =>
        symbol is INamedTypeSymbol
        && symbol.DeclaringSyntaxReferences.All(reference =>
            reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax type && type.Modifiers.Any(SyntaxKind.PartialKeyword)
        );

    private static string KindOf(INamespaceOrTypeSymbol symbol) =>
        symbol is INamedTypeSymbol type
            ? type.TypeKind switch
            {
                TypeKind.Enum => "an enum",
                TypeKind.Interface => "an interface",
                TypeKind.Struct => "a struct",
                TypeKind.Delegate => "a delegate",
                _ => type.IsRecord ? "a record" : "a class",
            }
            : "a namespace";
}
