using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Templates.Nodes;

/// <summary>Puts an image or the like into the message: <c>media image</c>, or <c>media url: u type: t</c>.</summary>
/// <param name="Content">The content; null when an address is given in its place.</param>
/// <param name="Url">The address; null when the content itself is given.</param>
/// <param name="MediaType">What kind of content stands there; null when it is not said.</param>
/// <param name="Range">Where it stands.</param>
internal sealed record MediaNode(ExpressionNode? Content, ExpressionNode? Url, ExpressionNode? MediaType, TextRange Range)
    : TemplateNode(Range);
