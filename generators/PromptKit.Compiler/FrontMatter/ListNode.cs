using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.FrontMatter;

internal sealed record ListNode(EquatableArray<FrontMatterNode> Items, TextRange Range) : FrontMatterNode(Range)
{
    public override string Kind => "a list";
}
