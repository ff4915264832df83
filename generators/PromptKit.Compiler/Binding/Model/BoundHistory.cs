using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding.Model;

/// <summary>Where the thread's history goes.</summary>
internal sealed record BoundHistory(SourcePlace Place) : BoundStatement(Place);
