namespace PromptKit.Compiler.Binding.Model;

/// <summary>A property of <c>ChatOptions</c> to set.</summary>
/// <param name="Property">Its name.</param>
/// <param name="Value">Its value: a <see cref="bool"/>, <see cref="int"/>, <see cref="long"/>, <see cref="float"/>, <see cref="string"/>
/// array, <see cref="EnumValue"/>, JSON object or list of tools.</param>
internal sealed record BoundOption(string Property, object Value);
