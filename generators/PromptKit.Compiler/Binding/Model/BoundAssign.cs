using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding.Model;

/// <summary>Gives a local a value.</summary>
/// <param name="Local">The local.</param>
/// <param name="TypeCode">Its type in C#.</param>
/// <param name="IsDeclaration">Whether the local starts here.</param>
/// <param name="Value">The value.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record BoundAssign(string Local, string TypeCode, bool IsDeclaration, BoundExpression Value, SourcePlace Place)
    : BoundStatement(Place);
