namespace PromptKit.Compiler.Binding;

/// <summary>What may have happened to the messages on some way that leads to a point of a template.</summary>
[Flags]
internal enum MessageFlow
{
    None = 0,

    /// <summary>The history was placed.</summary>
    HasHistory = 1,

    /// <summary>The history was placed, and no role since: whose message the next text belongs to is not known.</summary>
    NeedsRole = 2,
}
