using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PromptKit.Architecture;

/// <summary>A C# file of the repository.</summary>
/// <param name="RelativePath">Its path below the repository, with <c>/</c>.</param>
/// <param name="Text">What it holds.</param>
internal sealed record SourceFile(string RelativePath, string Text)
{
    /// <summary>C# 14 is a preview to the compiler that the generator is built against.</summary>
    public static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Preview);

    private readonly Lazy<SyntaxTree> _tree = new(() => CSharpSyntaxTree.ParseText(Text, ParseOptions, RelativePath));

    public SyntaxTree Tree => _tree.Value;

    public int Lines => Text.AsSpan().TrimEnd('\n').Count('\n') + 1;

    public string? Namespace => Tree.GetRoot().DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault()?.Name.ToString();

    /// <summary>The types that no other type holds.</summary>
    public IReadOnlyList<string> TopLevelTypes =>
        [
            .. Tree.GetRoot()
                .DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
                .OfType<MemberDeclarationSyntax>()
                .Where(member => member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax)
                .Select(member =>
                    member is BaseTypeDeclarationSyntax type ? type.Identifier.Text : ((DelegateDeclarationSyntax)member).Identifier.Text
                ),
        ];
}
