using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Emission;

/// <summary>Writes the types of <c>_schemas.yaml</c>, in the class <c>Prompts.Schemas</c>.</summary>
internal static class SchemasEmitter
{
    public static string Emit(ProjectSettings project, IEnumerable<BoundDeclaration> declarations)
    {
        var writer = FileWriter.Begin("_schemas.yaml", project.Namespace);
        var context = new EmissionContext(project.Accessibility, "a schema of <c>_schemas.yaml</c>", IsBroken: false, IsOutput: true);
        writer.Summary("The prompts of this project, one property a file.");
        using (writer.Block($"{project.Accessibility} static partial class {project.ClassName}"))
        {
            writer.Summary("The types of _schemas.yaml.");
            using (writer.Block($"{project.Accessibility} static partial class Schemas"))
            {
                var isFirst = true;
                foreach (var declaration in declarations)
                {
                    if (!isFirst)
                    {
                        writer.Line();
                    }

                    isFirst = false;
                    DeclarationEmitter.Emit(writer, declaration, context);
                }
            }
        }

        return writer.ToString();
    }
}
