using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Diagnostics;
using PromptKit.Compiler.Schema;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding.Partials;

/// <summary>What a partial says that it is given.</summary>
/// <param name="Members">The parameters.</param>
/// <param name="Declarations">What their types hold. Nothing is generated of them: no C# type is behind them.</param>
/// <param name="IsKnown">Whether the partial declares its parameters, and they could be read.</param>
/// <param name="Diagnostics">What is wrong with the declaration.</param>
internal sealed record PartialParameters(
    EquatableArray<BoundMember> Members,
    EquatableArray<BoundDeclaration> Declarations,
    bool IsKnown,
    EquatableArray<PromptDiagnostic> Diagnostics
)
{
    /// <summary>What the names of a partial's own types start with.</summary>
    public const string Prefix = "global::" + Namespace;

    private const string Namespace = "partial ";

    private static readonly PartialParameters Unknown = new(default, default, IsKnown: false, default);

    public static PartialParameters Bind(PartialFile file, PartialLibrary library)
    {
        if (file.FrontMatter is not { } frontMatter || (frontMatter.InputSchema is null && !frontMatter.InputIsLost))
        {
            return Unknown;
        }

        var diagnostics = new DiagnosticBag(file.Text);
        var input = PromptSchemas.Read(file.Text, frontMatter with { InputDefault = null }, library.Schemas, diagnostics).Input;
        if (input is null or { IsLost: true } || diagnostics.HasErrors)
        {
            return Unknown with { Diagnostics = diagnostics.ToArray() };
        }

        var scope = new TypeScope(library.SchemasClass, library.Shared, input.Definitions);
        var bound = InputBinder.Bind(input, NamesFor(file), scope);
        return new PartialParameters(bound.Record!.Members, bound.Declarations, IsKnown: true, diagnostics.ToArray());
    }

    // In a namespace that no generated type is in.
    private static PromptNames NamesFor(PartialFile file) =>
        new(
            file.Name,
            file.Name,
            file.Name,
            Namespace + file.Path,
            "",
            default,
            PascalCase.Of(file.Name.Substring(file.Folder.Length)),
            "",
            Variant: null,
            IsPartial: true
        );
}
