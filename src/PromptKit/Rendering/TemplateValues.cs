using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace PromptKit.Rendering;

/// <summary>What the expressions of templates need beyond C#. For generated code: its shape may change with any version.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TemplateValues
{
    private const int MostRounds = 1_000_000;

    // The most that .NET's strings hold.
    internal const int MostCharacters = 1_073_741_791;

    /// <summary>The text that templates print for a value: its JSON text without quotes, under the invariant culture.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The text; <see langword="null"/> for <see langword="null"/>.</returns>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? TextOf(long? value) => value?.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc cref="TextOf(long?)"/>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? TextOf(double? value) => value?.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc cref="TextOf(long?)"/>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? TextOf(bool? value) =>
        value switch
        {
            null => null,
            true => "true",
            false => "false",
        };

    /// <inheritdoc cref="TextOf(long?)"/>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? TextOf(DateOnly? value) => value is { } present ? ValueText.Of(present) : null;

    /// <inheritdoc cref="TextOf(long?)"/>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? TextOf(DateTimeOffset? value) => value is { } present ? ValueText.Of(present) : null;

    /// <inheritdoc cref="TextOf(long?)"/>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? TextOf(TimeOnly? value) => value is { } present ? ValueText.Of(present) : null;

    /// <inheritdoc cref="TextOf(long?)"/>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? TextOf(Guid? value) => value is { } present ? ValueText.Of(present) : null;

    /// <inheritdoc cref="TextOf(long?)"/>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? TextOf(Uri? value) => value?.OriginalString;

    /// <inheritdoc cref="TextOf(long?)"/>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? TextOf(DateTime? value) =>
        value is { } present ? DatePattern.Write(present, DatePattern.Default, CultureInfo.InvariantCulture) : null;

    /// <inheritdoc cref="TextOf(long?)"/>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? TextOf(TimeSpan? value) => value?.ToString(format: null, CultureInfo.InvariantCulture);

    /// <summary>The text of a value inside of an interpolated string, where booleans are written as .NET does.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The text; <see langword="null"/> for <see langword="null"/>.</returns>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? InterpolatedTextOf(bool? value) => value?.ToString();

    /// <inheritdoc cref="InterpolatedTextOf(bool?)"/>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? InterpolatedTextOf(long? value) => TextOf(value);

    /// <inheritdoc cref="InterpolatedTextOf(bool?)"/>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? InterpolatedTextOf(double? value) => TextOf(value);

    /// <inheritdoc cref="InterpolatedTextOf(bool?)"/>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? InterpolatedTextOf(DateOnly? value) => TextOf(value);

    /// <inheritdoc cref="InterpolatedTextOf(bool?)"/>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? InterpolatedTextOf(DateTimeOffset? value) => TextOf(value);

    /// <inheritdoc cref="InterpolatedTextOf(bool?)"/>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? InterpolatedTextOf(TimeOnly? value) => TextOf(value);

    /// <inheritdoc cref="InterpolatedTextOf(bool?)"/>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? InterpolatedTextOf(Guid? value) => TextOf(value);

    /// <inheritdoc cref="InterpolatedTextOf(bool?)"/>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? InterpolatedTextOf(Uri? value) => TextOf(value);

    /// <inheritdoc cref="InterpolatedTextOf(bool?)"/>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? InterpolatedTextOf(DateTime? value) => value?.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc cref="InterpolatedTextOf(bool?)"/>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? InterpolatedTextOf(TimeSpan? value) => TextOf(value);

    /// <summary>Whether a function of a template failed on its arguments.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <returns>Whether it is of the kinds that functions throw.</returns>
    public static bool IsFailure(Exception exception) =>
        exception is ArithmeticException or ArgumentException or FormatException or RegexMatchTimeoutException;

    /// <summary>An integer of 32 bits, as functions take them.</summary>
    /// <param name="value">The integer.</param>
    /// <returns>The same.</returns>
    /// <exception cref="OverflowException">It does not fit.</exception>
    public static int Int(long value) => checked((int)value);

    /// <summary>An integer of 32 bits, as functions take them.</summary>
    /// <param name="value">A number.</param>
    /// <returns>The nearest integer; of two, the even one.</returns>
    /// <exception cref="OverflowException">It does not fit.</exception>
    public static int Int(double value) => Convert.ToInt32(value);

    /// <summary>A text several times.</summary>
    /// <param name="text">The text.</param>
    /// <param name="count">How often; none when it is negative.</param>
    /// <returns>The texts, one behind the other.</returns>
    /// <exception cref="OverflowException"><paramref name="count"/> does not fit 32 bits, or no string is that long.</exception>
    public static string Repeat(string text, long count)
    {
        ArgumentNullException.ThrowIfNull(text);
        var times = checked((int)count);
        if ((long)text.Length * times > MostCharacters)
        {
            throw new OverflowException($"A text of {text.Length} characters {times} times is longer than a string can be.");
        }

        return times <= 0 || text.Length == 0 ? "" : string.Concat(Enumerable.Repeat(text, times));
    }

    /// <summary>A character of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="index">The character's index; a negative one counts from the end.</param>
    /// <returns>The character: a UTF-16 unit; <see langword="null"/> before the first.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The text ends before it.</exception>
    public static string? Character(string text, long index)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, text.Length);
        var position = index < 0 ? index + text.Length : index;
        return position < 0 ? null : text[(int)position].ToString();
    }

    /// <summary>The characters of a text, for a loop.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Its UTF-16 units, in order.</returns>
    public static IReadOnlyList<string> Characters(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Array.ConvertAll(text.ToCharArray(), character => character.ToString());
    }

    /// <summary>The entries of a map, for a loop.</summary>
    /// <typeparam name="T">The values' type.</typeparam>
    /// <param name="map">The map.</param>
    /// <returns>Its entries, in the map's order.</returns>
    public static IReadOnlyList<KeyValuePair<string, T>> Entries<T>(IReadOnlyDictionary<string, T> map) => [.. map];

    /// <summary>Whether an item of a loop differs from the one before it; the first does.</summary>
    /// <typeparam name="T">The items' type.</typeparam>
    /// <param name="items">The items.</param>
    /// <param name="index">The item's index.</param>
    /// <returns>Whether it differs.</returns>
    public static bool HasChanged<T>(IReadOnlyList<T> items, int index)
    {
        ArgumentNullException.ThrowIfNull(items);
        return index == 0 || !EqualityComparer<T>.Default.Equals(items[index], items[index - 1]);
    }

    /// <summary>An item of a list; a negative index counts from the end.</summary>
    /// <typeparam name="T">The items' type.</typeparam>
    /// <param name="list">The list.</param>
    /// <param name="index">The index.</param>
    /// <returns>The item; <see langword="null"/> when there is none.</returns>
    /// <exception cref="OverflowException">The index has more than 32 bits.</exception>
    public static T? At<T>(IReadOnlyList<T> list, long index) => Find(list, index, out var item) ? item : default;

    /// <inheritdoc cref="At{T}(IReadOnlyList{T}, long)"/>
    public static T? ValueAt<T>(IReadOnlyList<T> list, long index)
        where T : struct => Find(list, index, out var item) ? item : null;

    /// <summary>The value of a map's key.</summary>
    /// <typeparam name="T">The values' type.</typeparam>
    /// <param name="map">The map; of <see langword="null"/>, no key has a value.</param>
    /// <param name="key">The key.</param>
    /// <returns>The value; <see langword="null"/> when there is none.</returns>
    public static T? At<T>(IReadOnlyDictionary<string, T>? map, string key) =>
        map is not null && map.TryGetValue(key, out var value) ? value : default;

    /// <inheritdoc cref="At{T}(IReadOnlyDictionary{string, T}?, string)"/>
    public static T? ValueAt<T>(IReadOnlyDictionary<string, T>? map, string key)
        where T : struct => map is not null && map.TryGetValue(key, out var value) ? value : null;

    /// <summary>A result that is known without a value, which is computed all the same: it may fail.</summary>
    /// <typeparam name="TValue">The value's type.</typeparam>
    /// <typeparam name="T">The result's type.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="result">The result.</param>
    /// <returns>The result.</returns>
    public static T After<TValue, T>(TValue value, T result) => result;

    /// <summary>Some of a list's items: the offset counts first, then the order turns, then the limit counts.</summary>
    /// <typeparam name="T">The items' type.</typeparam>
    /// <param name="list">The list.</param>
    /// <param name="offset">How many to leave out.</param>
    /// <param name="limit">How many at most; zero and less for all.</param>
    /// <param name="isReversed">Whether the last comes first.</param>
    /// <returns>The items.</returns>
    /// <exception cref="OverflowException">The offset or the limit has more than 32 bits.</exception>
    public static IReadOnlyList<T> Slice<T>(IReadOnlyList<T> list, long offset, long limit, bool isReversed)
    {
        ArgumentNullException.ThrowIfNull(list);
        var first = Math.Clamp(checked((int)offset), 0, list.Count);
        var rest = list.Count - first;
        var most = checked((int)limit);
        var items = new T[most > 0 ? Math.Min(most, rest) : rest];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = isReversed ? list[list.Count - 1 - i] : list[first + i];
        }

        return items;
    }

    /// <summary>The integers from one to another, upwards or downwards.</summary>
    /// <param name="from">The first.</param>
    /// <param name="to">The last, or the one behind it.</param>
    /// <param name="isInclusive">Whether <paramref name="to"/> is the last.</param>
    /// <returns>The integers.</returns>
    /// <exception cref="OverflowException">There are over 1,000,000.</exception>
    public static IReadOnlyList<long> Range(long from, long to, bool isInclusive)
    {
        var count = Math.Abs(checked(to - from)) + (isInclusive ? 1 : 0);
        if (count > MostRounds)
        {
            throw new OverflowException($"The range from {from} to {to} has over 1,000,000 numbers.");
        }

        var numbers = new long[count];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = from < to ? from + i : from - i;
        }

        return numbers;
    }

    /// <summary>Counts the rounds of a loop.</summary>
    /// <param name="rounds">How many there were.</param>
    /// <param name="promptName">The prompt's name.</param>
    /// <returns>True.</returns>
    /// <exception cref="PromptRenderException">There were 1,000,000.</exception>
    public static bool NextRound(ref int rounds, string promptName) =>
        ++rounds <= MostRounds ? true : throw new PromptRenderException(promptName, "A loop ran for over 1,000,000 rounds.");

    private static bool Find<T>(IReadOnlyList<T> list, long index, [MaybeNullWhen(false)] out T item)
    {
        ArgumentNullException.ThrowIfNull(list);
        var at = checked((int)index);
        var position = at < 0 ? at + list.Count : at;
        var isInside = position >= 0 && position < list.Count;
        item = isInside ? list[position] : default;
        return isInside;
    }
}
