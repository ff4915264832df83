namespace PromptKit.Compiler.Schema.Model;

internal enum ScalarKind
{
    String,
    Integer,
    Number,
    Boolean,
    Any,
    Date,
    DateTime,
    Time,
    Uri,
    Guid,

    /// <summary>An image, a sound, a file: inputs only.</summary>
    Media,

    /// <summary>Stands for a type that could not be read, so that nothing that depends on it is reported too.</summary>
    Unknown,
}
