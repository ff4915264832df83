using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Schema.Model;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding;

/// <summary>Finds what a generated type holds: one of the prompt's own, or one of <c>_schemas.yaml</c>.</summary>
internal sealed class TypeCatalog
{
    private readonly Dictionary<string, BoundDeclaration> _declarations;

    public TypeCatalog(PromptParts parts, BoundSchema input)
    {
        _declarations = input.Declarations.ToDictionary(declaration => declaration.Type.Code, StringComparer.Ordinal);
        foreach (var schema in parts.Links.Schemas.Where(schema => schema.Type is ObjectType or EnumType or UnionType))
        {
            foreach (var declaration in Bind(schema, parts).Declarations)
            {
                _declarations[declaration.Type.Code] = declaration;
            }
        }
    }

    public BoundDeclaration? Find(BoundDeclaredType type) => _declarations.TryGetValue(type.Code, out var found) ? found : null;

    private static BoundSchema Bind(SchemaDefinition schema, PromptParts parts) =>
        TypeBinder.Bind(
            new PromptSchema(schema.Type, schema.Json, schema.Definitions, schema.Description),
            PascalCase.Of(schema.Name),
            name => $"{parts.SchemasClass}.{name}",
            new TypeScope(parts.SchemasClass, parts.Links.Schemas, schema.Definitions),
            hasPartials: true
        );
}
