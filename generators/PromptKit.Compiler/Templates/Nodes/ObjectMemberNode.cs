using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Templates.Nodes;

/// <summary>A member of an object written in the template.</summary>
internal sealed record ObjectMemberNode(string Name, TextRange NameRange, ExpressionNode Value);
