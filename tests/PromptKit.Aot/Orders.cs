namespace PromptKit.Aot;

internal sealed class Orders : IOrders
{
    public Order? Find(int orderId) => orderId == 17 ? new Order(17, new DateOnly(2026, 3, 9), [new("router", 1), new("cable", 2)]) : null;
}
