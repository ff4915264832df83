namespace PromptKit.Benchmarks.Rendering;

/// <summary>What the prompt is rendered with: six scalars, five tags, twenty items.</summary>
internal static class OrderAgentData
{
    public static OrderAgentInput Input { get; } =
        new()
        {
            Customer = "Ann Example",
            Tier = "premium",
            Since = "March 2021",
            OrderId = 4711,
            Total = 1234.5,
            City = "Springfield",
            Vip = true,
            Tags = ["gardening", "lamps", "books", "bicycles", "coffee"],
            Items =
            [
                .. Enumerable
                    .Range(1, 20)
                    .Select(number => new OrderAgentInputItemsItem
                    {
                        Name = $"Article {number}",
                        Count = number % 4 + 1,
                        Price = number * 2.25,
                    }),
            ],
        };

    /// <summary>The same, for engines that look members up by name.</summary>
    public static Dictionary<string, object> Model { get; } =
        new(StringComparer.Ordinal)
        {
            ["customer"] = Input.Customer,
            ["tier"] = Input.Tier,
            ["since"] = Input.Since,
            ["order_id"] = Input.OrderId,
            ["total"] = Input.Total,
            ["city"] = Input.City,
            ["vip"] = Input.Vip,
            ["tags"] = Input.Tags.ToArray(),
            ["interests"] = string.Join(", ", Input.Tags),
            ["is_large"] = Input.Total > 100,
            ["items"] = Input
                .Items.Select(item => new Dictionary<string, object>(StringComparer.Ordinal)
                {
                    ["name"] = item.Name,
                    ["count"] = item.Count,
                    ["price"] = item.Price,
                })
                .ToArray(),
        };
}
