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
        var sources = files.OrderBy(file => file.ProjectPath, StringComparer.Ordinal).ToList();
        if (sources.Count == 0)
        {
            return SchemaFile.None;
        }

        var file = FailureBoundary.Run(
            sources[0].Path,
            () => SchemaFileReader.Read(sources.ConvertAll(source => new PromptText(source.Path, source.Content))),
            failure => SchemaFile.None with { IsIncomplete = true, Diagnostics = new EquatableArray<PromptDiagnostic>([failure]) }
        );
        return file with { Severities = sources.SelectMany(source => source.Severities).ToEquatableArray() };
    }

    /// <summary>What is wrong with the files, and the schemas that nobody uses.</summary>
    public static IEnumerable<PromptDiagnostic> Diagnostics(SchemaFile file, IEnumerable<string> usedByPrompts)
    {
        var used = new HashSet<string>(PromptLinker.Closure(usedByPrompts, file).Select(schema => schema.Name), StringComparer.Ordinal);
        var unused = file.Schemas.Select((schema, index) => (schema, index)).Where(item => !used.Contains(item.schema.Name));
        return file
            .Diagnostics.Concat(unused.Select(item => Unused(item.schema.Name, file.Places[item.index])))
            .ToEquatableArray()
            .Rate(file.Severities);
    }

    private static PromptDiagnostic Unused(string name, SourcePlace place) =>
        new(SchemaRules.UnusedSchema, place, string.Format(CultureInfo.InvariantCulture, SchemaRules.UnusedSchema.Message, name));
}
