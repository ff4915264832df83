using PromptKit.Compiler.Schema.Model;

namespace PromptKit.Compiler.Binding.Model;

/// <summary>A scalar, as its JSON text without quotes.</summary>
internal sealed record ConstantScalar(ScalarKind Kind, string Text) : BoundConstant;
