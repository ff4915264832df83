using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Binding.Partials;
using PromptKit.Compiler.FrontMatter;
using PromptKit.Compiler.Schema;
using PromptKit.Compiler.Templates.Nodes;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding;

/// <summary>What the earlier stages found for one prompt.</summary>
/// <param name="Text">The file.</param>
/// <param name="Names">What the prompt is called.</param>
/// <param name="FrontMatter">Its front matter; of a variant, with what it inherits.</param>
/// <param name="Schemas">Its input and output.</param>
/// <param name="Template">Its template; null when it cannot be parsed.</param>
/// <param name="Links">What it needs from other files.</param>
/// <param name="Partials">The partials that it includes.</param>
/// <param name="SchemasClass">The class of the types of <c>_schemas.yaml</c>.</param>
internal sealed record PromptParts(
    PromptText Text,
    PromptNames Names,
    FrontMatterModel FrontMatter,
    PromptSchemas Schemas,
    TemplateModel? Template,
    PromptLinks Links,
    PartialLibrary Partials,
    string SchemasClass
);
