namespace PromptKit.Compiler.Binding.Model;

/// <summary>A C# type.</summary>
/// <param name="Code">The type as code writes it, fully qualified, without <c>?</c>.</param>
internal abstract record BoundType(string Code)
{
    /// <summary>What an editor shows for it.</summary>
    public string ShortName => Code.Substring(Code.LastIndexOf('.') + 1);

    /// <summary>The type as code writes it when null is allowed.</summary>
    public string NullableCode => Code.EndsWith("?", StringComparison.Ordinal) ? Code : Code + "?";
}
