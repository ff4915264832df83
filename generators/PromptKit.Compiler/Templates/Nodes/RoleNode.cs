using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Templates.Nodes;

/// <summary>Starts a message. <paramref name="Role"/> is as written; binding knows which roles there are.</summary>
internal sealed record RoleNode(string Role, TextRange RoleRange, TextRange Range) : TemplateNode(Range);
