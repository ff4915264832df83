namespace PromptKit.Compiler.Binding.Model;

/// <summary>Which C# collection a list or map is to be.</summary>
internal enum ToolCollection
{
    /// <summary>An interface without setters: what is read can be given as it is.</summary>
    ReadOnly,

    Array,

    List,

    Dictionary,
}
