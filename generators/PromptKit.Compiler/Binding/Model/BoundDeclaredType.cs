namespace PromptKit.Compiler.Binding.Model;

/// <summary>A record or enum that PromptKit generates.</summary>
/// <param name="Code">The type, fully qualified.</param>
/// <param name="IsEnum">Whether it is an enum.</param>
internal sealed record BoundDeclaredType(string Code, bool IsEnum) : BoundType(Code)
{
    public override bool IsValueType => IsEnum;

    /// <summary>The generated class that reads and writes it.</summary>
    public string Converter => Code + "JsonConverter";
}
