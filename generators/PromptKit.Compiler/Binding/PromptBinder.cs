using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Diagnostics;
using PromptKit.Compiler.FrontMatter;
using PromptKit.Compiler.Templates.Nodes;
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
        var input = RecordBinder.Bind(names.InputName, parts.Schemas.Input);
        var output = parts.Schemas.Output is { } schema ? RecordBinder.Bind(names.OutputName, schema) : null;
        var body = TemplateBinder.Bind(parts, input, diagnostics);
        var options = OptionsBinder.Bind(frontMatter);
        return new BoundPrompt
        {
            Names = names,
            FilePath = parts.Text.Path,
            Description = frontMatter.Description?.Value,
            ModelId = frontMatter.ModelId?.Value,
            Input = frontMatter.InputSchema is null ? input with { JsonSchema = null } : input,
            Output = output,
            MetadataJson = frontMatter.Metadata.Count > 0 ? FrontMatterJson.Write(frontMatter.Metadata) : null,
            Options = options,
            FirstRole = FirstRole(body),
            Body = body,
            Capacity = Capacity(body),
            Excerpt = Excerpt(parts),
            SourceHash = SourceHashing.Hash(body, input, output, options),
            IsBroken = diagnostics.HasErrors,
        };
    }

    /// <summary>A prompt of which nothing is known but its names.</summary>
    public static BoundPrompt BindBroken(PromptText text, PromptNames names) =>
        new()
        {
            Names = names,
            FilePath = text.Path,
            Input = new BoundRecord(names.InputName, default, JsonSchema: null),
            IsBroken = true,
        };

    // Without any role the whole template is one system message; with one, what stands before it is the user's.
    private static string FirstRole(IEnumerable<BoundStatement> body) => body.Any(statement => statement is BoundRole) ? "User" : "System";

    private static int Capacity(IEnumerable<BoundStatement> body)
    {
        var (longest, current) = (0, 0);
        foreach (var statement in body)
        {
            current = statement switch
            {
                BoundRole => 0,
                BoundText text => current + text.Text.Length,
                _ => current + CharactersPerValue,
            };
            longest = Math.Max(longest, current);
        }

        return longest;
    }

    private static string Excerpt(PromptParts parts)
    {
        var lines = (parts.Template ?? TemplateModel.Empty).Nodes.Count == 0 ? "" : parts.Text[Body(parts)];
        return string.Join("\n", lines.Split('\n').Take(ExcerptLines)).TrimEnd();
    }

    private static TextRange Body(PromptParts parts)
    {
        var nodes = parts.Template!.Nodes;
        var lineStart = parts.Text.Content.LastIndexOf('\n', Math.Max(0, nodes[0].Range.Start - 1)) + 1;
        return new TextRange(Math.Min(lineStart, nodes[0].Range.Start), nodes[nodes.Count - 1].Range.End);
    }
}
