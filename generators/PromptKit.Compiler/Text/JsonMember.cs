namespace PromptKit.Compiler.Text;

internal sealed record JsonMember(string Name, JsonTree Value);
