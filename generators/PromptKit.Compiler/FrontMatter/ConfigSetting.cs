namespace PromptKit.Compiler.FrontMatter;

/// <summary>A setting that <c>config:</c> may hold.</summary>
/// <param name="Key">The key in the front matter.</param>
/// <param name="Kind">The type of its value.</param>
/// <param name="Minimum">The least value that providers accept; for numbers.</param>
/// <param name="Maximum">The greatest; for numbers.</param>
internal sealed record ConfigSetting(
    string Key,
    ConfigKind Kind,
    double Minimum = double.NegativeInfinity,
    double Maximum = double.PositiveInfinity
)
{
    /// <summary>All of them, in the order in which messages list them.</summary>
    public static readonly IReadOnlyList<ConfigSetting> All =
    [
        new("temperature", ConfigKind.Number, 0, 2),
        new("topP", ConfigKind.Number, 0, 1),
        new("topK", ConfigKind.Integer, 1, int.MaxValue),
        new("maxOutputTokens", ConfigKind.Integer, 1, int.MaxValue),
        new("frequencyPenalty", ConfigKind.Number, -2, 2),
        new("presencePenalty", ConfigKind.Number, -2, 2),
        new("seed", ConfigKind.Integer),
        new("stopSequences", ConfigKind.StringList),
        new("reasoningEffort", ConfigKind.ReasoningEffort),
        new("allowMultipleToolCalls", ConfigKind.Boolean),
        new("additional", ConfigKind.Map),
    ];

    /// <summary>What a value must be, for messages.</summary>
    public string Expected =>
        Kind switch
        {
            ConfigKind.Integer when Minimum == 1 => FormattableString.Invariant($"an integer from {Minimum} to {Maximum}"),
            ConfigKind.Integer => "an integer of at most 64 bits",
            ConfigKind.Number => FormattableString.Invariant($"a number from {Minimum} to {Maximum}"),
            ConfigKind.Boolean => "true or false",
            ConfigKind.StringList => "a list of strings",
            ConfigKind.ReasoningEffort => "one of " + string.Join(", ", ReasoningEfforts),
            _ => "a map",
        };

    public static IReadOnlyList<string> ReasoningEfforts { get; } = ["none", "low", "medium", "high", "extraHigh"];
}
