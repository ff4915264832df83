namespace PromptKit.Conformance.ScribanPairs;

/// <summary>One of Scriban's own tests: a template, and what Scriban makes of it.</summary>
/// <param name="Name">Where it comes from.</param>
/// <param name="Kind"><c>renders</c>, <c>parse error</c> or <c>runtime error</c>.</param>
/// <param name="Template">The template.</param>
/// <param name="Expected">The text it renders to, or Scriban's messages.</param>
internal sealed record ScribanCase(string Name, string Kind, string Template, string Expected)
{
    public bool Renders => Kind == "renders";
}
