namespace PromptKit.Compiler.Schema;

internal enum ScalarKind
{
    String,
    Integer,
    Number,
    Boolean,

    /// <summary>Stands for a type that could not be read, so that nothing that depends on it is reported too.</summary>
    Unknown,
}
