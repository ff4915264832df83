using System.Text.RegularExpressions;

namespace PromptKit.Compiler.Binding.Model;

/// <summary>A C# type.</summary>
/// <param name="Code">The type as code writes it, fully qualified, without <c>?</c>.</param>
internal abstract record BoundType(string Code)
{
    private static readonly Regex Qualifier = new(
        @"global::(\w+\.)*",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(1)
    );

    /// <summary>Whether its values are structs in C#.</summary>
    public virtual bool IsValueType => false;

    /// <summary>What an editor shows for it.</summary>
    public string ShortName => Qualifier.Replace(Code, "");

    /// <summary>The type as code writes it when null is allowed.</summary>
    public string NullableCode => Code.EndsWith("?", StringComparison.Ordinal) ? Code : Code + "?";
}
