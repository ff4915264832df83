using System.Globalization;

namespace PromptKit.Compiler.Binding.Partials;

/// <summary>What a file becomes with all that it includes.</summary>
/// <param name="Includes">How many includes there are to write out.</param>
/// <param name="Characters">How many characters, about.</param>
/// <param name="Depth">How deep includes lie in each other.</param>
internal sealed record IncludeSize(long Includes, long Characters, int Depth)
{
    // Far above what prompts are, and bound within a second.
    private const int MostIncludes = 1_000;
    private const int MostCharacters = 1_000_000;
    private const int MostDepth = 32;

    public static readonly IncludeSize None = new(0, 0, 0);

    public bool IsTooLarge => Excess is not null;

    /// <summary>What is too much; null when nothing is.</summary>
    public string? Excess =>
        Depth > MostDepth ? $"includes partials more than {MostDepth} deep"
        : Includes > MostIncludes ? Say($"includes more than {MostIncludes:N0} partials, counting those in partials")
        : Characters > MostCharacters ? Say($"is longer than {MostCharacters:N0} characters with its partials written out")
        : null;

    /// <summary>With a partial of this size included too.</summary>
    public IncludeSize With(IncludeSize partial) =>
        new(
            Math.Min(int.MaxValue, Includes + partial.Includes + 1),
            Math.Min(int.MaxValue, Characters + partial.Characters),
            Math.Max(Depth, partial.Depth + 1)
        );

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
