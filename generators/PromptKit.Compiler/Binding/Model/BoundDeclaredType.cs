namespace PromptKit.Compiler.Binding.Model;

/// <summary>A record or enum that PromptKit generates.</summary>
/// <param name="Code">The type, fully qualified.</param>
/// <param name="IsEnum">Whether it is an enum.</param>
internal sealed record BoundDeclaredType(string Code, bool IsEnum) : BoundType(Code)
{
    /// <summary>What a record's name ends in that stands for one that is still being written.</summary>
    public const string PartialSuffix = "Partial";

    /// <summary>What stands for it while it is being written; for outputs only, and not for enums.</summary>
    public string PartialCode => Code + PartialSuffix;

    public override bool IsValueType => IsEnum;

    /// <summary>The generated class that reads and writes it.</summary>
    public string Converter => Code + "JsonConverter";
}
