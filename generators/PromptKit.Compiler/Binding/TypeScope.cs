using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Schema.Model;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding;

/// <summary>Where a schema finds the types that have names of their own.</summary>
/// <param name="SharedClass">The class that holds the types of <c>_schemas.yaml</c>, fully qualified.</param>
/// <param name="SharedTypes">The schemas of <c>_schemas.yaml</c>.</param>
/// <param name="Definitions">The types of the schema's own <c>$defs</c>.</param>
/// <param name="Taken">What the project itself has of the names that types may get.</param>
internal sealed record TypeScope(
    string SharedClass,
    EquatableArray<SchemaDefinition> SharedTypes,
    EquatableArray<SchemaDefinition> Definitions,
    EquatableArray<TakenName> Taken = default
)
{
    public BoundDeclaredType Shared(string name) =>
        new($"{SharedClass}.{PascalCase.Of(name)}", SharedTypes.FirstOrDefault(type => type.Name == name)?.Type is EnumType);

    public bool IsTaken(string fullName) => Taken.Any(taken => taken.FullName == fullName);

    public SchemaDefinition Definition(string name) => Definitions.First(definition => definition.Name == name);

    public SchemaType? Resolve(SchemaType type) =>
        type is NamedType named
            ? (named.IsShared ? SharedTypes : Definitions).FirstOrDefault(definition => definition.Name == named.Name)?.Type
            : type;
}
