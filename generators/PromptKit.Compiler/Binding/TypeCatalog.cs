using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Schema.Model;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding;

/// <summary>Finds what a generated type holds: one of the prompt's own, or one of <c>_schemas.yaml</c>.</summary>
internal sealed class TypeCatalog
{
    private readonly Dictionary<string, BoundDeclaration> _declarations;

    /// <param name="own">The types of the prompt itself.</param>
    /// <param name="shared">The schemas of <c>_schemas.yaml</c> that it uses.</param>
    /// <param name="schemasClass">The class of their types.</param>
    public TypeCatalog(IEnumerable<BoundDeclaration> own, EquatableArray<SchemaDefinition> shared, string schemasClass)
    {
        _declarations = own.ToDictionary(declaration => declaration.Type.Code, StringComparer.Ordinal);
        foreach (var schema in shared.Where(schema => schema.Type is ObjectType or EnumType or UnionType))
        {
            Add(Bind(schema, shared, schemasClass).Declarations);
        }
    }

    public void Add(IEnumerable<BoundDeclaration> declarations)
    {
        foreach (var declaration in declarations)
        {
            _declarations[declaration.Type.Code] = declaration;
        }
    }

    public BoundDeclaration? Find(BoundDeclaredType type) => _declarations.TryGetValue(type.Code, out var found) ? found : null;

    /// <summary>Whether an enum has this value.</summary>
    public bool HasEnumValue(string value) =>
        _declarations.Values.OfType<BoundEnum>().Any(declared => declared.Values.Any(known => !known.IsInteger && known.Json == value));

    private static BoundSchema Bind(SchemaDefinition schema, EquatableArray<SchemaDefinition> shared, string schemasClass) =>
        TypeBinder.Bind(
            new PromptSchema(schema.Type, schema.Json, schema.Definitions, schema.Description),
            PascalCase.Of(schema.Name),
            name => $"{schemasClass}.{name}",
            new TypeScope(schemasClass, shared, schema.Definitions),
            hasPartials: true
        );
}
