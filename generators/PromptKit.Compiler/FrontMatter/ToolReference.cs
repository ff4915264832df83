using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.FrontMatter;

/// <summary>An entry of <c>tools:</c>.</summary>
/// <param name="Name">The tool's name.</param>
/// <param name="IsSuppliedAtRunTime">Whether a <c>?</c> follows it: the tool is then given with the chat.</param>
/// <param name="Range">Where it stands.</param>
internal sealed record ToolReference(string Name, bool IsSuppliedAtRunTime, TextRange Range);
