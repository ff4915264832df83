using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Diagnostics;
using PromptKit.Compiler.FrontMatter;
using PromptKit.Compiler.Schema.Model;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding;

/// <summary>Joins front matter, schemas and template to a bound prompt.</summary>
internal static class PromptBinder
{
    private const int ExcerptLines = 6;

    // What a value adds to the expected length of a message.
    private const int CharactersPerValue = 16;

    public static BoundPrompt Bind(PromptParts parts, DiagnosticBag diagnostics)
    {
        var (frontMatter, names) = (parts.FrontMatter, parts.Names);
        var input = InputBinder.Bind(parts.Schemas.Input, names, ScopeOf(parts, parts.Schemas.Input));
        var output = BindOutput(parts, diagnostics);
        var template = TemplateBinder.Bind(parts, input, diagnostics);
        UnusedInputs.Check(parts, input, template, diagnostics);
        var body = template.Body;
        if (names.Variant is null)
        {
            ToolReferences.Check(frontMatter, parts.Links, diagnostics);
        }

        var options = OptionsBinder.Bind(frontMatter, output, ToolReferences.Find(frontMatter, parts.Links));
        return new BoundPrompt
        {
            Names = names,
            FilePath = parts.Text.Path,
            Description = frontMatter.Description?.Value,
            ModelId = frontMatter.ModelId?.Value,
            Input = input,
            Output = output,
            Tools = frontMatter.Tools.Select(tool => tool.Name).ToEquatableArray(),
            Agents = frontMatter.Agents.Select(agent => agent.Value).ToEquatableArray(),
            MaxToolRounds = (int?)frontMatter.MaxToolRounds?.Value,
            OutputRetries = (int?)frontMatter.OutputRetries?.Value,
            MetadataJson = frontMatter.Metadata.Count > 0 ? FrontMatterJson.ToJson(frontMatter.Metadata).ToString() : null,
            Options = options,
            Variants = parts.Links.Variants.Select(variant => variant.VariantMember!).ToEquatableArray(),
            FirstRole = FirstRole(body),
            Locals = template.Locals,
            Body = body,
            Constant = ConstantRendering.Of(body, FirstRole(body)),
            MayOverflow = template.MayOverflow,
            MayFail = template.MayFail,
            Capacity = Capacity(body),
            Excerpt = Excerpt(parts),
            SourceHash = SourceHashing.Hash(body, input, output, frontMatter, options, names.WireName),
            IsBroken = diagnostics.HasErrors || template.IsBroken,
        };
    }

    /// <summary>A prompt of which nothing is known but its names.</summary>
    public static BoundPrompt BindBroken(PromptText text, PromptNames names, PromptLinks links) =>
        new()
        {
            Names = names,
            FilePath = text.Path,
            Input = InputBinder.Empty(names, links.TakenTypes),
            Variants = links.Variants.Select(variant => variant.VariantMember!).ToEquatableArray(),
            StandIn = links.StandsForMain ? StandIn(text, names, links) : null,
            IsBroken = true,
        };

    private static BoundPrompt StandIn(PromptText text, PromptNames variant, PromptLinks links) =>
        BindBroken(text, variant with { Variant = null, Key = variant.MainKey }, links with { StandsForMain = false });

    private static BoundSchema? BindOutput(PromptParts parts, DiagnosticBag diagnostics)
    {
        if (parts.Schemas.Output is not { IsLost: false } schema)
        {
            return null;
        }

        var scope = ScopeOf(parts, schema);
        CheckFormat(parts.FrontMatter.OutputFormat, scope.Resolve(schema.Type), diagnostics);
        var output = TypeBinder.Bind(schema, parts.Names.OutputName, parts.Names.Qualify, scope, hasPartials: true);
        return output with { FormatJson = StrictSchema.Of(schema.Json, output.IsWrapped).ToString() };
    }

    private static void CheckFormat(Located<string>? format, SchemaType? type, DiagnosticBag diagnostics)
    {
        var needed = format?.Value switch
        {
            "enum" when type is not EnumType => "an enum",
            "array" when type is not ListType => "a list",
            _ => null,
        };
        if (needed is not null)
        {
            var remedy = $"Change the schema to {needed}, or remove the format.";
            diagnostics.Add(FrontMatterRules.FormatNeedsSchema, format!.Range, format.Value, $"needs a schema of {needed}", remedy);
        }
    }

    private static TypeScope ScopeOf(PromptParts parts, PromptSchema? schema) =>
        new(parts.SchemasClass, parts.Links.Schemas, schema?.Definitions ?? default, parts.Links.TakenTypes);

    // Without any role the whole template is one system message; with one, what stands before it is the user's.
    private static string FirstRole(IEnumerable<BoundStatement> body) =>
        BoundTree.Flatten(body).Any(statement => statement is BoundRole) ? "User" : "System";

    private static int Capacity(IEnumerable<BoundStatement> body)
    {
        var (longest, current) = (0, 0);
        foreach (var statement in BoundTree.Flatten(body))
        {
            current = statement switch
            {
                BoundRole or BoundHistory => 0,
                BoundText text => current + text.Text.Length,
                BoundWrite => current + CharactersPerValue,
                _ => current,
            };
            longest = Math.Max(longest, current);
        }

        return longest;
    }

    private static string Excerpt(PromptParts parts)
    {
        if (parts.Template is not { Nodes: { Count: > 0 } nodes })
        {
            return "";
        }

        var lineStart = parts.Text.Content.LastIndexOf('\n', Math.Max(0, nodes[0].Range.Start - 1)) + 1;
        var text = parts.Text[new TextRange(Math.Min(lineStart, nodes[0].Range.Start), parts.Text.Content.Length)];
        return string.Join("\n", text.Split('\n').Take(ExcerptLines)).Trim('\n');
    }
}
