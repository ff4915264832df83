namespace SupportDesk.Orders;

/// <summary>What a customer ordered.</summary>
/// <param name="Number">The number of the order.</param>
/// <param name="Articles">What was ordered.</param>
/// <param name="State">How far it is.</param>
/// <param name="Promised">The day it was promised for.</param>
internal sealed record Order(int Number, IReadOnlyList<string> Articles, OrderState State, DateOnly Promised);
