using System.Globalization;
using PromptKit.Compiler.Diagnostics;
using PromptKit.Compiler.Schema;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler;

/// <summary>Reads the project's <c>_schemas.yaml</c> files.</summary>
internal static class SchemaCompiler
{
    public static SchemaFile Read(IEnumerable<PromptSource> files)
    {
        var texts = files
            .OrderBy(file => file.ProjectPath, StringComparer.Ordinal)
            .Select(file => new PromptText(file.Path, file.Content))
            .ToList();
        return texts.Count == 0
            ? SchemaFile.None
            : FailureBoundary.Run(
                texts[0].Path,
                () => SchemaFileReader.Read(texts),
                failure => SchemaFile.None with { IsIncomplete = true, Diagnostics = new EquatableArray<PromptDiagnostic>([failure]) }
            );
    }

    /// <summary>What is wrong with the files, and the schemas that nobody uses.</summary>
    public static IEnumerable<PromptDiagnostic> Diagnostics(SchemaFile file, IEnumerable<string> usedByPrompts)
    {
        var used = new HashSet<string>(PromptLinker.Closure(usedByPrompts, file).Select(schema => schema.Name), StringComparer.Ordinal);
        var unused = file.Schemas.Select((schema, index) => (schema, index)).Where(item => !used.Contains(item.schema.Name));
        return file.Diagnostics.Concat(unused.Select(item => Unused(item.schema.Name, file.Places[item.index])));
    }

    private static PromptDiagnostic Unused(string name, SourcePlace place) =>
        new(SchemaRules.UnusedSchema, place, string.Format(CultureInfo.InvariantCulture, SchemaRules.UnusedSchema.Message, name));
}
