using PromptKit.Compiler.Binding;
using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Emission;
using PromptKit.Compiler.Schema;
using PromptKit.Compiler.Schema.Model;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler;

/// <summary>Compiles what belongs to all prompts together: the lists of the class <c>Prompts</c>, and the types of the schemas.</summary>
internal static class CatalogCompiler
{
    public static EquatableArray<GeneratedFile> Compile(PromptCatalog catalog, SchemaFile schemas, IEnumerable<string> jsonTypes)
    {
        var declarations = BindSchemas(catalog.Project, schemas).ToList();
        var prompts = catalog
            .Mains.SelectMany(main => catalog.VariantsOf(main.Names).Select(variant => variant.Names).Prepend(main.Names))
            // Two of one key are an error at the file; the first is found.
            .GroupBy(names => names.Key, StringComparer.Ordinal)
            .Select(group => group.First())
            .ToList();
        var files = new List<GeneratedFile>();
        if (prompts.Count > 0 || declarations.Count > 0)
        {
            var types = jsonTypes.Concat(declarations.SelectMany(DeclarationEmitter.TypesOf)).OrderBy(type => type, StringComparer.Ordinal);
            files.Add(new GeneratedFile("Prompts.g.cs", CatalogEmitter.Emit(catalog.Project, prompts, types)));
        }

        if (declarations.Count > 0)
        {
            files.Add(new GeneratedFile("Prompts.Schemas.g.cs", SchemasEmitter.Emit(catalog.Project, declarations)));
        }

        return files.ToEquatableArray();
    }

    private static IEnumerable<BoundDeclaration> BindSchemas(ProjectSettings project, SchemaFile schemas) =>
        schemas
            .Schemas.Where(schema => schema.Type is ObjectType or EnumType or UnionType)
            .SelectMany(schema =>
                TypeBinder
                    .Bind(
                        new PromptSchema(schema.Type, schema.Json, schema.Definitions, schema.Description),
                        PascalCase.Of(schema.Name),
                        name => $"{project.SchemasClass}.{name}",
                        new TypeScope(project.SchemasClass, schemas.Schemas, schema.Definitions),
                        hasPartials: true
                    )
                    .Declarations
            );
}
