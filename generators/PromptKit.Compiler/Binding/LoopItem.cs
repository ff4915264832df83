using PromptKit.Compiler.Binding.Model;

namespace PromptKit.Compiler.Binding;

/// <summary>The variable of a loop.</summary>
/// <param name="Name">Its name in the template.</param>
/// <param name="Type">Its type; null when what the loop runs over was refused.</param>
/// <param name="Expression">How it is read; null as the type is.</param>
/// <param name="Counter">The C# local that counts.</param>
/// <param name="Items">The C# local that holds the list.</param>
internal sealed record LoopItem(string Name, BoundType? Type, BoundExpression? Expression, string Counter, string Items)
{
    /// <summary>Which loop it is: a <c>while</c> has no variable, and counts its rounds from one.</summary>
    public string Keyword { get; init; } = "for";

    /// <summary>Whether the items are computed while the loop runs.</summary>
    public bool IsLazy { get; init; }

    public static LoopItem OfWhile(string rounds) => new("", Type: null, Expression: null, rounds, Items: "") { Keyword = "while" };
}
