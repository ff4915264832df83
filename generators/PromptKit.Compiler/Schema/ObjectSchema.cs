using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Schema;

/// <summary>The schema of an input or output: an object and its members.</summary>
/// <param name="Members">In the order of the file.</param>
/// <param name="IsIncomplete">Whether members are missing because the schema could not be read in full.</param>
internal sealed record ObjectSchema(EquatableArray<SchemaMember> Members, bool IsIncomplete)
{
    public static readonly ObjectSchema Empty = new(default, IsIncomplete: false);

    public static readonly ObjectSchema Lost = new(default, IsIncomplete: true);
}
