namespace SupportDesk.Models;

/// <summary>Something that customers come with.</summary>
/// <param name="Category">What a case file calls it.</param>
/// <param name="Subject">How the agent calls it.</param>
/// <param name="Keywords">The words that it is recognised by.</param>
/// <param name="Questions">What a colleague needs to know, in the order of asking.</param>
internal sealed record SupportTopic(
    CaseFileOutputCategory Category,
    string Subject,
    IReadOnlyList<string> Keywords,
    IReadOnlyList<string> Questions
)
{
    public const string Order = "your order";

    private static readonly SupportTopic[] s_all =
    [
        new(
            CaseFileOutputCategory.Connection,
            "your connection",
            ["internet", "wifi", "connection", "connect", "network", "router", "offline", "online", "slow"],
            [
                "Is the light on your router green, or does it blink?",
                "please unplug the router, wait thirty seconds and plug it in again. Does the connection stay up?",
                "does it happen on every device, or on one of them only?",
            ]
        ),
        new(
            CaseFileOutputCategory.Invoice,
            "your invoice",
            ["invoice", "bill", "billed", "charge", "charged", "payment", "paid", "refund"],
            [
                "Which invoice is it? The number is in its top right corner.",
                "which amount did you expect instead?",
                "how did you pay, by card or by bank transfer?",
            ]
        ),
        new(
            CaseFileOutputCategory.Account,
            "your account",
            ["account", "password", "login", "email"],
            [
                "What do you see when you try to log in?",
                "when did you log in for the last time without trouble?",
                "may we send a new password to the address that we have on file?",
            ]
        ),
        new(
            CaseFileOutputCategory.Order,
            Order,
            ["order", "ordered", "delivery", "delivered", "parcel", "package"],
            ["What is the number of the order?", "which day was it promised for?", "may it be left with a neighbour?"]
        ),
    ];

    /// <summary>All subjects, to choose from.</summary>
    public static string AllSubjects { get; } =
        $"{string.Join(", ", s_all.SkipLast(1).Select(topic => topic.Subject))} or {s_all[^1].Subject}";

    /// <summary>The topic that a text is about; <see langword="null"/> when it names none.</summary>
    public static SupportTopic? Find(string text) => Array.Find(s_all, topic => Words.Any(text, [.. topic.Keywords]));
}
