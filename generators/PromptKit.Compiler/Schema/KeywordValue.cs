namespace PromptKit.Compiler.Schema;

/// <summary>What the value of a JSON Schema keyword must be.</summary>
internal enum KeywordValue
{
    Any,
    Text,
    Boolean,
    Number,
    Count,
    List,
    Map,
}
