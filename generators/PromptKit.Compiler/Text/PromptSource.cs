namespace PromptKit.Compiler.Text;

/// <summary>A <c>.prompt</c> or <c>_schemas.yaml</c> file as the project hands it over. Equal sources compile to equal results.</summary>
/// <param name="Path">The path that the compiler was given; diagnostics and <c>#line</c> name it.</param>
/// <param name="ProjectPath">The path as the project names the file: its link, else its place below the project. Gives the prompt its name.</param>
/// <param name="Content">The text, as it is on disk.</param>
/// <param name="Project">What the project says of all prompts.</param>
/// <param name="Root">The item's <c>PromptRoot</c>: the folder that names count from; null when it has none.</param>
/// <param name="Severities">The severities that the user set for this file.</param>
internal sealed record PromptSource(
    string Path,
    string ProjectPath,
    string Content,
    ProjectSettings Project,
    string? Root = null,
    EquatableArray<SeveritySetting> Severities = default
);
