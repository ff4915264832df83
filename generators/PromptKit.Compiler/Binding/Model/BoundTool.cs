using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding.Model;

/// <summary>A tool with every decision made.</summary>
/// <param name="Method">The method.</param>
/// <param name="Project">The project: it names the class that holds the tools.</param>
/// <param name="Property">The property of that class.</param>
/// <param name="SchemaJson">The JSON Schema of what the model gives.</param>
/// <param name="Hash">A hash of what models are told of it.</param>
internal sealed record BoundTool(ToolMethod Method, ProjectSettings Project, string Property, string SchemaJson, string Hash)
{
    /// <summary>The property, fully qualified.</summary>
    public string Access => $"{Project.ToolsClass}.{Property}";

    /// <summary>Whether projects that reference this one can use it.</summary>
    public bool IsExported => Project.Accessibility == "public";
}
