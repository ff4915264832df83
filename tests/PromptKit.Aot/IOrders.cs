namespace PromptKit.Aot;

internal interface IOrders
{
    Order? Find(int orderId);
}
