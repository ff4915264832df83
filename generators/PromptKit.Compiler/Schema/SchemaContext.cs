using PromptKit.Compiler.Diagnostics;
using PromptKit.Compiler.FrontMatter;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Schema;

/// <summary>What the readers of one file's schemas share.</summary>
/// <param name="Text">The file.</param>
/// <param name="Named">The schemas of <c>_schemas.yaml</c>.</param>
/// <param name="Diagnostics">Where mistakes go.</param>
internal sealed record SchemaContext(PromptText Text, INamedSchemas Named, DiagnosticBag Diagnostics)
{
    /// <summary>Whether media can stand here: only in inputs.</summary>
    public bool AllowsMedia { get; init; }

    /// <summary>Whether the schema is one of <c>_schemas.yaml</c>, which others take into their own.</summary>
    public bool IsShared { get; init; }

    public TypeReading Refuse(DiagnosticRule rule, FrontMatterNode node, params object[] arguments) => Refuse(rule, node.Range, arguments);

    public TypeReading Refuse(DiagnosticRule rule, TextRange range, params object[] arguments)
    {
        Diagnostics.Add(rule, range, arguments);
        return TypeReading.Lost;
    }
}
