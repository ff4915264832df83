using PromptKit.Compiler.Diagnostics;
using PromptKit.Compiler.Schema.Model;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Schema;

/// <summary>What the project's <c>_schemas.yaml</c> files define.</summary>
/// <param name="Schemas">The schemas, in the order of the files.</param>
/// <param name="IsIncomplete">Whether some could not be read.</param>
/// <param name="Places">Where each schema's name stands.</param>
/// <param name="Diagnostics">What is wrong with the files.</param>
internal sealed record SchemaFile(
    EquatableArray<SchemaDefinition> Schemas,
    bool IsIncomplete,
    EquatableArray<SourcePlace> Places,
    EquatableArray<PromptDiagnostic> Diagnostics
) : INamedSchemas
{
    public static readonly SchemaFile None = new(default, IsIncomplete: false, default, default);

    /// <summary>The severities that the user set for the files.</summary>
    public EquatableArray<SeveritySetting> Severities { get; init; }

    public IEnumerable<string> Names => Schemas.Select(schema => schema.Name);

    public SchemaDefinition? Find(string name) => Schemas.FirstOrDefault(schema => schema.Name == name);
}
