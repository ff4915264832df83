using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding.Model;

internal sealed record ConstantList(EquatableArray<BoundConstant> Items) : BoundConstant;
