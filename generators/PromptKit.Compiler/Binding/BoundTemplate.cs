using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding;

/// <summary>A bound template.</summary>
/// <param name="Locals">The locals that are declared before the first statement.</param>
/// <param name="Body">The statements.</param>
/// <param name="MayOverflow">Whether it computes with integers.</param>
/// <param name="MayFail">Whether it calls functions that have no result for some values.</param>
internal sealed record BoundTemplate(
    EquatableArray<BoundLocal> Locals,
    EquatableArray<BoundStatement> Body,
    bool MayOverflow,
    bool MayFail
);
