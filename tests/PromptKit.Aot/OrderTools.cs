namespace PromptKit.Aot;

/// <summary>Tools of every kind: static and of an instance, with types of their own, with services, with an approval.</summary>
internal sealed class OrderTools(IOrders orders)
{
    /// <summary>Looks up an order.</summary>
    /// <param name="orderId">Its number.</param>
    /// <param name="limit">How many lines at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    [PromptTool("lookup_order")]
    public async Task<Order?> LookupOrderAsync(int orderId, int limit = 10, CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        return orders.Find(orderId) is { } order ? order with { Lines = [.. order.Lines.Take(limit)] } : null;
    }

    /// <summary>Pays an order back.</summary>
    [PromptTool("refund", RequireApproval = true)]
    public static string Refund(int orderId, decimal amount, RefundReason reason) =>
        FormattableString.Invariant($"{amount} for {orderId}: {reason}");

    /// <summary>Remembers what the customer said.</summary>
    [PromptTool("remember")]
    public static async Task<int> RememberAsync(IReadOnlyList<string> notes, Session<DeskState> session)
    {
        await session.UpdateStateAsync(state => state with { Notes = [.. state.Notes, .. notes] });
        return session.State.Notes.Count;
    }
}
