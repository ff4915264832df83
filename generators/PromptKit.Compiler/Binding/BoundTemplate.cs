using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Binding.Partials;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding;

/// <summary>A bound template, its partials written out.</summary>
/// <param name="Locals">The locals that are declared before the first statement.</param>
/// <param name="Body">The statements.</param>
/// <param name="MayOverflow">Whether it computes with integers.</param>
/// <param name="MayFail">Whether it calls functions that have no result for some values.</param>
internal sealed record BoundTemplate(EquatableArray<BoundLocal> Locals, EquatableArray<BoundStatement> Body, bool MayOverflow, bool MayFail)
{
    /// <summary>Whether a partial in it has errors, wherever they are reported.</summary>
    public bool IsBroken { get; init; }

    /// <summary>The names of the inputs that it reads, those read in partials too.</summary>
    public IReadOnlyCollection<string> ReadInputs { get; init; } = [];

    /// <summary>What was found in it and in its partials.</summary>
    public IReadOnlyList<PartialFinding> Findings { get; init; } = [];
}
