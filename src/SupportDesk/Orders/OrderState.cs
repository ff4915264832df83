namespace SupportDesk.Orders;

internal enum OrderState
{
    Packed,
    OnItsWay,
    Delivered,
}
