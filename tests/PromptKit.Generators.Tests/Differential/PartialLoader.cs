using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;

namespace PromptKit.Generators.Tests.Differential;

/// <summary>Loads partials for Scriban's interpreter, by name and without their front matter.</summary>
internal sealed class PartialLoader(IReadOnlyDictionary<string, string> partials) : ITemplateLoader
{
    private const string Fence = "---\n";

    public string GetPath(TemplateContext context, SourceSpan callerSpan, string templateName) => templateName;

    public string Load(TemplateContext context, SourceSpan callerSpan, string templatePath)
    {
        var text = partials[templatePath].ReplaceLineEndings("\n");
        return text.StartsWith(Fence, StringComparison.Ordinal)
            ? text[(text.IndexOf(Fence, Fence.Length, StringComparison.Ordinal) + Fence.Length)..]
            : text;
    }

    public ValueTask<string?> LoadAsync(TemplateContext context, SourceSpan callerSpan, string templatePath) =>
        throw new NotSupportedException();
}
