using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding.Model;

/// <summary>Leaves a loop, or goes on with its next round.</summary>
internal sealed record BoundJump(bool IsBreak, SourcePlace Place) : BoundStatement(Place);
