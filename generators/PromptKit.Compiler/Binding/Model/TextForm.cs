namespace PromptKit.Compiler.Binding.Model;

/// <summary>How a value becomes text.</summary>
internal enum TextForm
{
    /// <summary>As templates print it.</summary>
    Printed,

    /// <summary>As it stands inside of an interpolated string: booleans are <c>True</c> and <c>False</c> there.</summary>
    Interpolated,
}
