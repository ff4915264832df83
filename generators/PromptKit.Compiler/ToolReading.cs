using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Diagnostics;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler;

/// <summary>A <c>[PromptTool]</c> method as it was read from C#.</summary>
/// <param name="Method">What it says.</param>
/// <param name="NamePlace">Where its name is.</param>
/// <param name="Diagnostics">What is wrong with it.</param>
internal sealed record ToolReading(ToolMethod Method, SourcePlace NamePlace, EquatableArray<PromptDiagnostic> Diagnostics);
