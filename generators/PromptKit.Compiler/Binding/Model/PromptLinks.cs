using PromptKit.Compiler.Diagnostics;
using PromptKit.Compiler.Schema.Model;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding.Model;

/// <summary>What one prompt needs from other files, and no more: whatever else changes there leaves it as it is.</summary>
internal sealed record PromptLinks
{
    /// <summary>The outlines of its variants.</summary>
    public EquatableArray<PromptNames> Variants { get; init; }

    /// <summary>The names that its variants may read.</summary>
    public EquatableArray<string> VariantMentions { get; init; }

    /// <summary>The schemas of <c>_schemas.yaml</c> that it uses, directly or not.</summary>
    public EquatableArray<SchemaDefinition> Schemas { get; init; }

    /// <summary>All names that <c>_schemas.yaml</c> defines, for "did you mean"; empty unless the prompt names one that is not there.</summary>
    public EquatableArray<string> SchemaNames { get; init; }

    /// <summary>Whether <c>_schemas.yaml</c> could not be read in full.</summary>
    public bool SchemasAreIncomplete { get; init; }

    /// <summary>The tools that it names.</summary>
    public EquatableArray<ToolOutline> Tools { get; init; }

    /// <summary>The names of all tools, for "did you mean"; empty unless the prompt names one that is not there.</summary>
    public EquatableArray<string> ToolNames { get; init; }

    /// <summary>The names of all partials of the project, for "did you mean"; empty unless the prompt includes one that is not there.</summary>
    public EquatableArray<string> PartialNames { get; init; }

    /// <summary>What is wrong with its name, seen beside the others'.</summary>
    public EquatableArray<PromptDiagnostic> Diagnostics { get; init; }

    /// <summary>What the project itself has of the names that its types may get.</summary>
    public EquatableArray<TakenName> TakenTypes { get; init; }

    /// <summary>Whether it cannot have code of its own, because another file has its name.</summary>
    public bool IsShadowed { get; init; }

    /// <summary>Whether it is a variant that must give its main file's class too, because that file is not there.</summary>
    public bool StandsForMain { get; init; }
}
