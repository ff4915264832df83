namespace PromptKit.Compiler.Binding.Model;

/// <summary>A parameter of a tool's method.</summary>
/// <param name="Name">Its name, for the model.</param>
/// <param name="Field">Its name, as code writes it.</param>
/// <param name="Supply">Where its argument comes from.</param>
internal sealed record ToolParameter(string Name, string Field, ToolSupply Supply)
{
    /// <summary>Of what the model gives: its type.</summary>
    public ToolType? Type { get; init; }

    /// <summary>Of what the model gives: what it is when it is not given; null when it must be.</summary>
    public ToolDefault? Default { get; init; }

    /// <summary>What it means; null when nothing says so.</summary>
    public string? Description { get; init; }

    /// <summary>Of a service: its type. Of a session with state: the state's.</summary>
    public string SuppliedCode { get; init; } = "";

    /// <summary>Of a keyed service: the key, as code writes it.</summary>
    public string Key { get; init; } = "null";

    /// <summary>Of what is supplied: whether it may be missing.</summary>
    public bool IsOptional { get; init; }
}
