using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding.Partials;

/// <summary>The file that is bound: a prompt's, or that of a partial inside of it.</summary>
/// <param name="Text">The file.</param>
/// <param name="Folder">The folder that its includes start from.</param>
/// <param name="Id">What sets its own variables apart from those of other files, and of the same included elsewhere.</param>
internal sealed record TemplateFrame(PromptText Text, string Folder, string Id)
{
    /// <summary>The partial; null for the prompt.</summary>
    public PartialFile? Partial { get; init; }

    /// <summary>The includes that lead here.</summary>
    public EquatableArray<IncludeStep> Steps { get; init; }

    /// <summary>Whether it sees its own variables alone.</summary>
    public bool HidesOuter { get; init; }

    /// <summary>Whether its own variables that are not known may have been passed: a partial without parameters, checked alone.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Of the parameters that were not passed, those whose types no C# local can have.</summary>
    public IReadOnlyDictionary<string, BoundExpression> Absent { get; init; } = new Dictionary<string, BoundExpression>();

    /// <summary>How many loops are open outside of what it sees.</summary>
    public int HiddenLoops { get; init; }
}
