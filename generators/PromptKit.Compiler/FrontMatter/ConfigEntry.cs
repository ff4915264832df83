namespace PromptKit.Compiler.FrontMatter;

/// <summary>One checked setting of <c>config:</c>.</summary>
/// <param name="Setting">What is set.</param>
/// <param name="Value">Its value, of the setting's type.</param>
internal sealed record ConfigEntry(ConfigSetting Setting, FrontMatterNode Value);
