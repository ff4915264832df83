namespace PromptKit.Generators.Tests.Tools;

/// <summary>Tools that several tests use.</summary>
internal static class ToolTexts
{
    public const string Lookup = """
        #pragma warning disable CS1591, CS1573
        using System.Collections.Generic;
        using System.ComponentModel;
        using System.Threading;
        using System.Threading.Tasks;
        using PromptKit;

        namespace App;

        public enum Carrier { Post, Courier }

        /// <summary>A line of an order.</summary>
        /// <param name="Sku">The article.</param>
        /// <param name="Count">How many.</param>
        public sealed record Line(string Sku, int Count = 1);

        public sealed record Order(string Id, Carrier? Carrier, IReadOnlyList<Line> Lines);

        public sealed class OrderTools
        {
            /// <summary>Looks up an order of <paramref name="customer"/>.</summary>
            /// <param name="orderId">The order's number, such as A-17.</param>
            /// <param name="customer">Who asks.</param>
            /// <param name="limit">How many lines at most.</param>
            /// <param name="carriers">Only these.</param>
            [PromptTool("lookup_order")]
            public static async Task<Order?> LookupOrderAsync(
                string orderId,
                Session session,
                string? customer = null,
                int limit = 10,
                IReadOnlyList<Carrier>? carriers = null,
                CancellationToken cancellationToken = default
            )
            {
                await Task.Yield();
                cancellationToken.ThrowIfCancellationRequested();
                return orderId == "none" ? null : new Order(orderId + session.Id[..0], Carrier.Post, [new Line(customer ?? "?", limit)]);
            }
        }
        """;

    public const string Refund = """
        #pragma warning disable CS1591
        using System.ComponentModel;
        using PromptKit;

        namespace App;

        public interface IPayments { void PayBack(string order, decimal amount); }

        public sealed class RefundLine
        {
            public required string Sku { get; init; }

            [Description("What is paid back for it.")]
            public decimal Amount { get; set; } = 1.5m;
        }

        public sealed class RefundTools
        {
            [PromptTool(Description = "Pays an order back.", RequireApproval = true)]
            public void Refund(RefundLine line, IPayments payments) => payments.PayBack(line.Sku, line.Amount);
        }
        """;

    public const string Desk = "---\ntools: [lookup_order, refund]\n---\nYou help customers.\n";
}
