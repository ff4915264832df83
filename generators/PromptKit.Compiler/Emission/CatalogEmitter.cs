using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Emission;

/// <summary>Writes what the class <c>Prompts</c> says of all prompts together.</summary>
internal static class CatalogEmitter
{
    public static string Emit(ProjectSettings project, IEnumerable<PromptNames> prompts, IEnumerable<string> jsonTypes)
    {
        var writer = FileWriter.Begin("all prompts", project.Namespace);
        var names = prompts.ToList();
        writer.Summary("The prompts of this project, one property a file.");
        using (writer.Block($"{project.Accessibility} static partial class {project.ClassName}"))
        {
            EmitAll(writer, project, names);
            writer.Line();
            EmitTryGet(writer, project, names);
            writer.Line();
            EmitResolver(writer, jsonTypes);
        }

        return writer.ToString();
    }

    private static void EmitAll(CodeWriter writer, ProjectSettings project, List<PromptNames> names)
    {
        var list = $"{Names.ReadOnlyList}<{Names.Prompt}>";
        writer.Line($"private static {list}? _all;").Line();
        writer.Summary("All prompts, variants included, in the order of their names. Built on first use.");
        writer.Line($"public static {list} All => _all ??=").Line("[");
        foreach (var name in names)
        {
            writer.Line($"    {Access(project, name)},");
        }

        writer.Line("];");
    }

    private static void EmitTryGet(CodeWriter writer, ProjectSettings project, List<PromptNames> names)
    {
        writer.Summary("Finds a prompt by its name.");
        writer.Element("param", "The name: the path without extension, such as <c>support/triage_agent</c>.", " name=\"name\"");
        writer.Element("param", "The prompt; null when there is none of that name.", " name=\"prompt\"");
        writer.Element("returns", "Whether there is one.");
        var attribute = "[global::System.Diagnostics.CodeAnalysis.NotNullWhen(true)]";
        using (writer.Block($"public static bool TryGet(string name, {attribute} out {Names.Prompt}? prompt)"))
        {
            using (writer.Block("prompt = name switch", ";"))
            {
                foreach (var name in names)
                {
                    writer.Line($"{CSharpText.Literal(name.Key)} => {Access(project, name)},");
                }

                writer.Line("_ => null,");
            }

            writer.Line("return prompt is not null;");
        }
    }

    private static void EmitResolver(CodeWriter writer, IEnumerable<string> jsonTypes)
    {
        writer.Summary("Reads and writes all generated types as JSON: chain it into the resolvers of any options.");
        const string resolver = "global::System.Text.Json.Serialization.Metadata.IJsonTypeInfoResolver";
        writer
            .Line($"public static {resolver} JsonTypeInfoResolver {{ get; }} = {Names.PromptJson}.Resolver(static (type, options) =>")
            .Line("{");
        foreach (var type in jsonTypes)
        {
            writer.Line($"    if (type == typeof({type}))\n    {{");
            writer.Line($"        return {Names.PromptJson}.TypeInfo(new {type}JsonConverter(), options);\n    }}\n");
        }

        writer.Line("    return null;").Line("});");
    }

    private static string Access(ProjectSettings project, PromptNames name)
    {
        var path = string.Join(".", name.Containers.Skip(1).Append(name.Member));
        return $"{project.QualifiedClass}.{path}{(name.Variant is null ? "" : "." + name.VariantMember)}";
    }
}
