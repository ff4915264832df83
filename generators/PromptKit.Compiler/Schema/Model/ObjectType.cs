using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Schema.Model;

/// <summary>An object.</summary>
/// <param name="Members">Its members, in the order of the schema.</param>
/// <param name="Extra">What further members may be; null when it names none.</param>
/// <param name="IsClosed">Whether a member that is not named is a mistake.</param>
internal sealed record ObjectType(EquatableArray<SchemaMember> Members, SchemaType? Extra, bool IsClosed) : SchemaType
{
    public static readonly ObjectType Empty = new(default(EquatableArray<SchemaMember>), Extra: null, IsClosed: true);
}
