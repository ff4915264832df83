using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Schema;
using PromptKit.Compiler.Schema.Model;

namespace PromptKit.Compiler;

/// <summary>The named schemas that one prompt was linked to.</summary>
internal sealed class LinkedSchemas(PromptLinks links) : INamedSchemas
{
    public IEnumerable<string> Names => links.SchemaNames;

    public bool IsIncomplete => links.SchemasAreIncomplete;

    public SchemaDefinition? Find(string name) => links.Schemas.FirstOrDefault(schema => schema.Name == name);
}
