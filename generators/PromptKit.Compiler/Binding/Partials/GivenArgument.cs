using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding.Partials;

/// <summary>What a partial is given.</summary>
/// <param name="Name">The parameter.</param>
/// <param name="Value">The value; null when it was refused.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record GivenArgument(string Name, BoundExpression? Value, SourcePlace Place);
