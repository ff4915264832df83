namespace PromptKit.Generators.Tests.Differential;

/// <content>Statements about messages.</content>
internal sealed partial class RandomTemplate
{
    private string Messages()
    {
        var start = Chance(3) ? Block(1) : "";
        var history = _random.Next(3) switch
        {
            0 => "",
            1 => Tag("history") + Tag(Role()),
            _ => Tag($"if {Condition(1)}") + Tag("history") + Tag(Role()) + Pick(Words) + Tag("else") + Block(1) + Tag("end"),
        };
        return start + Tag(Role()) + Block(3) + history + Block(2) + Tag(Role()) + Block(1);
    }

    private string Role() => $"role {Pick("\"system\"", "\"user\"", "'assistant'", "\"model\"")}";

    // Not where what is written is kept as a value, nor in a partial, which may be included as one.
    private string Message() =>
        !_hasRoles || _captures > 0 ? Pick(Words)
        : Chance(2) ? Tag(Role())
        : Tag(
            Pick(
                "media photo",
                "media url: site type: \"image/png\"",
                "media url: link type: 'image/jpeg'",
                "media type: \"image/gif\" url: site"
            )
        );
}
