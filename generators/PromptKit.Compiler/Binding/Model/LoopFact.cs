namespace PromptKit.Compiler.Binding.Model;

/// <summary>A fact about a loop.</summary>
internal enum LoopFact
{
    Index,
    First,
    Last,
    Even,
    Odd,
    Length,
    IndexFromEnd,
    Changed,
}
