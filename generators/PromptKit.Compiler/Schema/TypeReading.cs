using PromptKit.Compiler.Schema.Model;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Schema;

/// <summary>What reading a schema or a part of one gives.</summary>
internal sealed record TypeReading(SchemaType Type, JsonTree Json, string? Description = null)
{
    public static readonly TypeReading Lost = new(ScalarType.Unknown, JsonObject.Empty);
}
