namespace PromptKit.Compiler.FrontMatter;

/// <summary>What a stretch of YAML is, for messages about it.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Members">What it is a map of.</param>
/// <param name="Remedy">What else the author may have meant.</param>
internal sealed record YamlSubject(string Name, string Members, string Remedy)
{
    public static readonly YamlSubject FrontMatter = new(
        "The front matter",
        "keys ('description: …')",
        " If these '---' lines belong to the template, start the file with an empty front matter (two lines '---')."
    );

    public static readonly YamlSubject SchemaFile = new("'_schemas.yaml'", "names and schemas ('Address: …')", "");
}
