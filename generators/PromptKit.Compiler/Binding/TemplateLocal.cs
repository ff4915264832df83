using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding;

/// <summary>A local of a template, as far as it is known from the passes over the template so far.</summary>
internal sealed class TemplateLocal(string name, TextRange firstPlace)
{
    /// <summary>Its name in C#.</summary>
    public string Name { get; } = name;

    /// <summary>Its type; null while none is known, because what it is assigned was refused.</summary>
    public BoundType? Type { get; set; }

    public bool IsNullable { get; set; }

    public bool IsRead { get; set; }

    /// <summary>Whether it is read only where nothing leads.</summary>
    public bool IsNeverRead { get; set; }

    /// <summary>The block of the first assignment, as the path of the blocks around it.</summary>
    public string? FirstBlock { get; set; }

    /// <summary>Where the first assignment stands.</summary>
    public TextRange FirstPlace { get; } = firstPlace;

    /// <summary>Whether a block uses it that the first assignment's does not hold.</summary>
    public bool IsShared { get; set; }

    /// <summary>Whether it may hold a list whose items are computed when they are wanted.</summary>
    public bool IsLazy { get; set; }

    /// <summary>Whether it is assigned at several places, or in a loop, so that it may change after it was read.</summary>
    public bool IsChanging { get; set; }

    public string TypeCode => IsNullable ? Type!.NullableCode : Type!.Code;

    public void Use(string block)
    {
        FirstBlock ??= block;
        IsShared |= !(block + "/").StartsWith(FirstBlock + "/", StringComparison.Ordinal);
    }
}
