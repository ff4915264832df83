using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding.Model;

/// <summary>Starts a message. <paramref name="Role"/> is a member of <c>ChatRole</c>.</summary>
internal sealed record BoundRole(string Role, SourcePlace Place) : BoundStatement(Place);
