namespace PromptKit.Compiler.Text;

/// <summary>The MSBuild properties that prompts depend on.</summary>
/// <param name="Namespace">The namespace of the generated types: <c>PromptKitNamespace</c>, else <c>RootNamespace</c>; may be empty.</param>
/// <param name="ClassName">The class that holds the prompts: <c>PromptKitClassName</c>, else <c>Prompts</c>.</param>
/// <param name="Accessibility"><c>PromptKitAccessibility</c>: <c>public</c> or <c>internal</c>.</param>
internal sealed record ProjectSettings(string Namespace, string ClassName = "Prompts", string Accessibility = "public")
{
    /// <summary>The class that holds the prompts, fully qualified.</summary>
    public string QualifiedClass => Namespace.Length > 0 ? $"global::{Namespace}.{ClassName}" : $"global::{ClassName}";

    /// <summary>The class that holds the types of <c>_schemas.yaml</c>, fully qualified.</summary>
    public string SchemasClass => QualifiedClass + ".Schemas";

    /// <summary>The class that holds the tools, fully qualified.</summary>
    public string ToolsClass => QualifiedClass + ".Tools";
}
