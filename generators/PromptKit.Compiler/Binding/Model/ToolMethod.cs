using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding.Model;

/// <summary>What a <c>[PromptTool]</c> method says, without where it says it: an edit that moves it changes nothing here.</summary>
internal sealed record ToolMethod
{
    /// <summary>What prompts and models call it.</summary>
    public required string Name { get; init; }

    /// <summary>What the model is told of it; empty when nothing says so.</summary>
    public string Description { get; init; } = "";

    /// <summary>The type that has the method, fully qualified.</summary>
    public required string Target { get; init; }

    /// <summary>The method.</summary>
    public required string Method { get; init; }

    public bool IsStatic { get; init; }

    public bool RequiresApproval { get; init; }

    /// <summary>Whether the method returns a task.</summary>
    public bool IsAwaited { get; init; }

    /// <summary>Whether the method yields its results one by one.</summary>
    public bool IsStream { get; init; }

    /// <summary>The type of the result, or of one of them; null when there is none.</summary>
    public ToolType? Result { get; init; }

    public EquatableArray<ToolParameter> Parameters { get; init; }

    /// <summary>The user's types that are read.</summary>
    public EquatableArray<ToolDeclaration> InputTypes { get; init; }

    /// <summary>The user's types that are written.</summary>
    public EquatableArray<ToolDeclaration> ResultTypes { get; init; }

    /// <summary>Whether it cannot be called: it is then there, so that prompts see no second error, and throws.</summary>
    public bool IsBroken { get; init; }
}
