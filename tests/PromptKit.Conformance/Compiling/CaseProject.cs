using PromptKit.Compiler;
using PromptKit.Compiler.Diagnostics;
using PromptKit.Compiler.Text;
using PromptKit.Conformance.Specification;
using JsonObject = System.Text.Json.Nodes.JsonObject;

namespace PromptKit.Conformance.Compiling;

/// <summary>A case as a project of its own: the prompt, its partials, its schemas.</summary>
internal sealed record CaseProject(SpecCase Case, string Namespace, string Prompt, bool InputIsInferred, CompiledProject Compiled)
{
    /// <summary>The C# of all files.</summary>
    public IReadOnlyList<string> Code =>
        [.. Compiled.Prompts.Select(prompt => prompt.Code).OfType<string>(), .. Compiled.Common.Select(file => file.Code)];

    public IReadOnlyList<PromptDiagnostic> Errors =>
        [
            .. Compiled
                .Prompts.SelectMany(prompt => prompt.Diagnostics)
                .Concat(Compiled.SchemaDiagnostics)
                .Where(diagnostic => diagnostic.Severity == Severity.Error),
        ];

    /// <summary>Compiles the case.</summary>
    /// <param name="specCase">The case.</param>
    /// <param name="number">Tells the case's namespace from those of the others.</param>
    public static CaseProject Compile(SpecCase specCase, int number)
    {
        var (prompt, inputIsInferred) = Complete(specCase);
        var project = new ProjectSettings($"Case{number}");
        var partials = specCase.Partials.Select(partial =>
            Source(project, $"_{partial.Key}.prompt", Handlebars.ToScriban((string)partial.Value!, isPartial: true))
        );
        var schemas = string.Concat(specCase.Schemas.Select(schema => $"{schema.Key}: {YamlText.Flow(schema.Value)}\n"));
        var compiled = ProjectCompiler.Compile(
            project,
            [Source(project, "case.prompt", prompt), .. partials],
            schemas.Length > 0 ? [Source(project, "_schemas.yaml", schemas)] : []
        );
        return new CaseProject(specCase, project.Namespace, prompt, inputIsInferred, compiled);
    }

    private static PromptSource Source(ProjectSettings project, string path, string content) =>
        new($"/{project.Namespace}/{path}", $"prompts/{path}", content, project);

    // Prompts here declare their inputs, and there are no options but the front matter's: what the case gives elsewhere goes there. A file
    // that needs neither is compiled as it stands.
    private static (string Prompt, bool InputIsInferred) Complete(SpecCase specCase)
    {
        if (FrontMatterText.Read(specCase.Template) is not { } frontMatter)
        {
            return (specCase.Template, false);
        }

        var body = FrontMatterText.BodyOf(specCase.Template);
        var scriban = Handlebars.ToScriban(body);
        var text = specCase.Template[..^body.Length] + scriban;
        var additions = (JsonObject)specCase.Options.DeepClone();
        if (frontMatter["input"]?["schema"] is null)
        {
            var examples = specCase.DataOfSuite.Select(InputOf).Append(DefaultsOf(specCase.Options)).Append(DefaultsOf(frontMatter));
            var schema = InferredSchema.Of([.. examples.OfType<JsonObject>()], scriban);
            if (schema["properties"]!.AsObject().Count > 0)
            {
                var input = (JsonObject)(additions["input"] ??= new JsonObject());
                input["schema"] = schema;
            }
        }

        return (
            additions.Count == 0 ? text : FrontMatterText.Replace(text, Merge(frontMatter, additions)),
            additions["input"]?["schema"] is not null
        );
    }

    /// <summary>What the template reads: the input, and the context, which has no place of its own here.</summary>
    public static JsonObject InputOf(JsonObject data)
    {
        var input = (data["input"] as JsonObject)?.DeepClone().AsObject() ?? [];
        foreach (var (key, value) in data["context"] as JsonObject ?? [])
        {
            input.TryAdd(key, value?.DeepClone());
        }

        return input;
    }

    private static JsonObject? DefaultsOf(JsonObject frontMatter) => frontMatter["input"]?["default"] as JsonObject;

    private static JsonObject Merge(JsonObject frontMatter, JsonObject additions)
    {
        foreach (var (key, value) in additions)
        {
            frontMatter[key] =
                frontMatter[key] is JsonObject map && value is JsonObject more
                    ? Merge((JsonObject)map.DeepClone(), more)
                    : value?.DeepClone();
        }

        return frontMatter;
    }
}
