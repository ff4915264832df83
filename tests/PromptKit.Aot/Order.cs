namespace PromptKit.Aot;

/// <summary>What a customer ordered.</summary>
internal sealed record Order(int Id, DateOnly Placed, IReadOnlyList<OrderLine> Lines);
