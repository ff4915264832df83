namespace PromptKit.Outputs;

/// <summary>What a <see cref="PartialNode"/> is.</summary>
internal enum PartialKind
{
    Object,
    List,
    Text,

    /// <summary>A number or a boolean, always complete.</summary>
    Raw,
    Null,
}
