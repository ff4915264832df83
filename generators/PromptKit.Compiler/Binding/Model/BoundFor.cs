using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding.Model;

/// <summary>A loop over a list.</summary>
/// <param name="Item">The local that holds the item.</param>
/// <param name="ItemType">The item's type in C#.</param>
/// <param name="Counter">The local that counts.</param>
/// <param name="Items">The local that holds the list.</param>
/// <param name="List">The list.</param>
/// <param name="Body">What is done for each item.</param>
/// <param name="Else">What is done when there is none.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record BoundFor(
    string Item,
    string ItemType,
    string Counter,
    string Items,
    BoundExpression List,
    EquatableArray<BoundStatement> Body,
    EquatableArray<BoundStatement> Else,
    SourcePlace Place
) : BoundStatement(Place)
{
    /// <summary>Whether no round comes to its end: C# then warns of a count that is never reached.</summary>
    public bool IsAlwaysLeft { get; init; }

    /// <summary>Whether a local function may read the list or the item: there, C# takes those for nullable whose type it inferred.</summary>
    public bool IsReadByFunction { get; init; }
}
