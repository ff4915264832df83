using PromptKit;

namespace SupportDesk.Orders;

/// <summary>What the agent can find out about orders.</summary>
internal static class OrderTools
{
    // The desk's order system, as far as a sample needs one.
    private static readonly Order[] s_orders =
    [
        new(17, ["router", "cable"], OrderState.OnItsWay, new DateOnly(2026, 3, 9)),
        new(42, ["phone"], OrderState.Packed, new DateOnly(2026, 3, 12)),
    ];

    /// <summary>Looks up what was ordered, how far it is, and the day it was promised for. Null when there is no such order.</summary>
    /// <param name="number">The number of the order, as the customer gives it.</param>
    [PromptTool("lookup_order")]
    public static Order? LookupOrder(int number) => Array.Find(s_orders, order => order.Number == number);
}
