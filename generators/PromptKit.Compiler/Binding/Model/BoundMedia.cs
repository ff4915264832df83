using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding.Model;

/// <summary>Puts an image or the like into the message.</summary>
/// <param name="Content">The content; null when an address is given in its place.</param>
/// <param name="Url">The address as a text; null when the content itself is given.</param>
/// <param name="MediaType">What kind of content stands at the address, as a text; null when it is not said.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record BoundMedia(BoundExpression? Content, BoundExpression? Url, BoundExpression? MediaType, SourcePlace Place)
    : BoundStatement(Place);
