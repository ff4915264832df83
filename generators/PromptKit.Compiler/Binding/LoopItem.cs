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

    /// <summary>The <c>else</c> of a loop: to Scriban, <c>for</c> there is the loop without rounds, and not the one around it.</summary>
    public static LoopItem OfElse { get; } = new("", Type: null, Expression: null, Counter: "", Items: "") { Keyword = "else" };

    public bool IsElse => Keyword == "else";

    public static LoopItem OfWhile(string rounds) => new("", Type: null, Expression: null, rounds, Items: "") { Keyword = "while" };
}
