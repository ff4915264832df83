using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding.Model;

/// <summary>A prompt with every name resolved and every decision made. Emission writes it down and decides nothing.</summary>
internal sealed record BoundPrompt
{
    public required PromptNames Names { get; init; }

    /// <summary>The path that the compiler was given.</summary>
    public required string FilePath { get; init; }

    public string? Description { get; init; }

    public string? ModelId { get; init; }

    public string SourceHash { get; init; } = "";

    /// <summary>What the template reads. Its record is the input record.</summary>
    public required BoundSchema Input { get; init; }

    /// <summary>What the model must return; null for text.</summary>
    public BoundSchema? Output { get; init; }

    /// <summary>The names of the tools that the prompt uses.</summary>
    public EquatableArray<string> Tools { get; init; }

    /// <summary>The prompts that it may hand over to.</summary>
    public EquatableArray<string> Agents { get; init; }

    public int? MaxToolRounds { get; init; }

    public int? OutputRetries { get; init; }

    /// <summary>The metadata as a JSON object; null when there is none.</summary>
    public string? MetadataJson { get; init; }

    public EquatableArray<BoundOption> Options { get; init; }

    /// <summary>The C# properties of the prompt's variants, in the order of their names.</summary>
    public EquatableArray<string> Variants { get; init; }

    /// <summary>Of a variant whose main file is not there: what is generated in its place; else null.</summary>
    public BoundPrompt? StandIn { get; init; }

    /// <summary>The role of what is written before the first role statement.</summary>
    public string FirstRole { get; init; } = "System";

    /// <summary>The locals that are declared before the first statement.</summary>
    public EquatableArray<BoundLocal> Locals { get; init; }

    public EquatableArray<BoundStatement> Body { get; init; }

    /// <summary>What it renders to whatever the input; null when that depends on it.</summary>
    public ConstantPreamble? Constant { get; init; }

    /// <summary>Whether it computes with integers, which may overflow or be divided by zero.</summary>
    public bool MayOverflow { get; init; }

    /// <summary>Whether it calls functions that have no result for some values.</summary>
    public bool MayFail { get; init; }

    /// <summary>How many characters the longest message takes, about.</summary>
    public int Capacity { get; init; }

    /// <summary>The first lines of the template, for documentation.</summary>
    public string Excerpt { get; init; } = "";

    /// <summary>Whether the file has errors: the class is then there, and throws when rendered.</summary>
    public bool IsBroken { get; init; }

    public BoundRecord InputRecord => Input.Record!;

    /// <summary>Whether the prompt renders without being given an input.</summary>
    public bool IsComplete => IsBroken || InputRecord.Members.All(member => !member.IsRequired);
}
