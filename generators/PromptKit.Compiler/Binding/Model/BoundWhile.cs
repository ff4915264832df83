using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding.Model;

/// <summary>A loop that runs as long as its condition is true.</summary>
/// <param name="Rounds">The local that counts the rounds.</param>
/// <param name="Condition">The condition.</param>
/// <param name="Body">What is done in each round.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record BoundWhile(string Rounds, BoundExpression Condition, EquatableArray<BoundStatement> Body, SourcePlace Place)
    : BoundStatement(Place);
