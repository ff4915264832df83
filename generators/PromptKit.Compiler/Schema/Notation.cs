namespace PromptKit.Compiler.Schema;

internal enum Notation
{
    Picoschema,
    JsonSchema,

    /// <summary>Reads as either, with different meanings.</summary>
    Ambiguous,
}
