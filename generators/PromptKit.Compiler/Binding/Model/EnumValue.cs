namespace PromptKit.Compiler.Binding.Model;

/// <summary>A value of an enum, to be wrapped in the options class that holds it.</summary>
internal sealed record EnumValue(string OptionsType, string Property, string EnumType, string Member);
