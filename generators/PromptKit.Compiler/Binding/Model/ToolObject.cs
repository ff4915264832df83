using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding.Model;

/// <summary>A class, struct or record; in JSON an object.</summary>
/// <param name="Name">A name of its own among the tool's types.</param>
/// <param name="Code">The type as code writes it, fully qualified.</param>
/// <param name="IsValueType">Whether it is a struct.</param>
/// <param name="Description">What it means; null when nothing says so.</param>
/// <param name="Members">Its members; those of the constructor first, in its order.</param>
internal sealed record ToolObject(string Name, string Code, bool IsValueType, string? Description, EquatableArray<ToolMember> Members)
    : ToolDeclaration(Name, Code, Description);
