using System.ComponentModel;
using System.Globalization;
using ScribanDates = Scriban.Functions.DateTimeFunctions;

namespace PromptKit.Rendering;

/// <summary>
/// The functions <c>date.*</c> of templates: what Scriban's give under the invariant culture. For generated code: its shape may change with
/// any version.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class DateFunctions
{
    /// <summary>A <c>date</c> of the input, as functions take it.</summary>
    /// <param name="value">The date.</param>
    /// <returns>Its midnight.</returns>
    public static DateTime Moment(DateOnly value) => value.ToDateTime(TimeOnly.MinValue);

    /// <summary>A <c>datetime</c> of the input, as functions take it.</summary>
    /// <param name="value">The moment.</param>
    /// <returns>Its date and time as they are written, without the offset.</returns>
    public static DateTime Moment(DateTimeOffset value) => value.DateTime;

    /// <summary><c>date.add_days</c>.</summary>
    /// <param name="date">The date.</param>
    /// <param name="days">How many.</param>
    /// <returns>The date so much later.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such date.</exception>
    public static DateTime AddDays(DateTime date, double days) => ScribanDates.AddDays(date, days);

    /// <summary><c>date.add_hours</c>.</summary>
    /// <param name="date">The date.</param>
    /// <param name="hours">How many.</param>
    /// <inheritdoc cref="AddDays"/>
    public static DateTime AddHours(DateTime date, double hours) => ScribanDates.AddHours(date, hours);

    /// <summary><c>date.add_milliseconds</c>.</summary>
    /// <param name="date">The date.</param>
    /// <param name="millis">How many.</param>
    /// <inheritdoc cref="AddDays"/>
    public static DateTime AddMilliseconds(DateTime date, double millis) => ScribanDates.AddMilliseconds(date, millis);

    /// <summary><c>date.add_minutes</c>.</summary>
    /// <param name="date">The date.</param>
    /// <param name="minutes">How many.</param>
    /// <inheritdoc cref="AddDays"/>
    public static DateTime AddMinutes(DateTime date, double minutes) => ScribanDates.AddMinutes(date, minutes);

    /// <summary><c>date.add_months</c>.</summary>
    /// <param name="date">The date.</param>
    /// <param name="months">How many.</param>
    /// <inheritdoc cref="AddDays"/>
    public static DateTime AddMonths(DateTime date, int months) => ScribanDates.AddMonths(date, months);

    /// <summary><c>date.add_seconds</c>.</summary>
    /// <param name="date">The date.</param>
    /// <param name="seconds">How many.</param>
    /// <inheritdoc cref="AddDays"/>
    public static DateTime AddSeconds(DateTime date, double seconds) => ScribanDates.AddSeconds(date, seconds);

    /// <summary><c>date.add_years</c>.</summary>
    /// <param name="date">The date.</param>
    /// <param name="years">How many.</param>
    /// <inheritdoc cref="AddDays"/>
    public static DateTime AddYears(DateTime date, int years) => ScribanDates.AddYears(date, years);

    /// <summary>The member <c>day_of_week</c>.</summary>
    /// <param name="date">The date.</param>
    /// <returns>The day's English name.</returns>
    public static string DayOfWeek(DateTime date) => date.DayOfWeek.ToString();

    /// <inheritdoc cref="DayOfWeek(DateTime)"/>
    public static string? DayOfWeek(DateTime? date) => date?.DayOfWeek.ToString();

    /// <summary><c>date.now</c>.</summary>
    /// <returns>The moment, by the machine's clock and time zone.</returns>
    public static DateTime Now() => TimeProvider.System.GetLocalNow().LocalDateTime;

    /// <summary><c>date.utc_now</c>.</summary>
    /// <returns>The moment, in UTC.</returns>
    public static DateTime UtcNow() => TimeProvider.System.GetUtcNow().UtcDateTime;

    /// <summary><c>date.parse</c>.</summary>
    /// <param name="text">A text.</param>
    /// <param name="pattern">What it is written by; <see langword="null"/> for all that .NET reads.</param>
    /// <param name="culture">A culture's name; without one, the invariant culture.</param>
    /// <returns>The date, in the machine's time zone; the first of all dates when the text is none; <see langword="null"/> when it is empty.</returns>
    /// <exception cref="FormatException">The pattern reads nothing.</exception>
    /// <exception cref="CultureNotFoundException">There is no such culture.</exception>
    public static DateTime? Parse(string text, string? pattern, string? culture)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        var reading = CultureOf(culture);
        var format = pattern is null ? null : DatePattern.ToReadingFormat(pattern, ref reading);
        if (!HasOffset(text))
        {
            const DateTimeStyles style = DateTimeStyles.AssumeLocal;
            DateTime date;
            return format is null
                ? DateTime.TryParse(text, reading, style, out date)
                    ? date
                    : default(DateTime)
                : DateTime.TryParseExact(text, format, reading, style, out date)
                    ? date
                    : default(DateTime);
        }

        DateTimeOffset moment;
        var isRead = format is null
            ? DateTimeOffset.TryParse(text, reading, DateTimeStyles.None, out moment)
            : DateTimeOffset.TryParseExact(text, format, reading, DateTimeStyles.None, out moment);
        return isRead ? moment.LocalDateTime : default(DateTime);
    }

    /// <summary><c>date.parse_to_string</c>.</summary>
    /// <param name="text">A text.</param>
    /// <param name="outputPattern">What to write it by.</param>
    /// <param name="outputCulture">A culture's name; without one, the invariant culture.</param>
    /// <param name="inputPattern">What it is written by; <see langword="null"/> for all that .NET reads.</param>
    /// <param name="inputCulture">A culture's name; without one, the invariant culture.</param>
    /// <returns>The date as a text; <see langword="null"/> when <paramref name="text"/> is empty.</returns>
    /// <exception cref="FormatException">A pattern is of no use here.</exception>
    /// <exception cref="CultureNotFoundException">There is no such culture.</exception>
    public static string? ParseToString(
        string text,
        string? outputPattern,
        string? outputCulture,
        string? inputPattern,
        string? inputCulture
    )
    {
        if (Parse(text, inputPattern, inputCulture) is not { } date)
        {
            return null;
        }

        return DatePattern.Write(date, outputPattern ?? DatePattern.Default, CultureOf(outputCulture));
    }

    /// <summary><c>date.to_string</c>.</summary>
    /// <param name="date">The date.</param>
    /// <param name="pattern">A pattern of <c>strftime</c>.</param>
    /// <param name="culture">A culture's name; without one, the invariant culture.</param>
    /// <returns>The date as a text.</returns>
    /// <exception cref="CultureNotFoundException">There is no such culture.</exception>
    public static string ToText(DateTime date, string pattern, string? culture = null)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        return DatePattern.Write(date, pattern, CultureOf(culture));
    }

    private static CultureInfo CultureOf(string? name) => name is null ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo(name);

    // A `Z` at the end, or a `+` before a digit.
    private static bool HasOffset(string text)
    {
        if (text.AsSpan().TrimEnd().EndsWith("Z", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        for (var i = text.IndexOf('+', StringComparison.Ordinal); i >= 0 && i + 1 < text.Length; i = text.IndexOf('+', i + 1))
        {
            if (char.IsDigit(text[i + 1]))
            {
                return true;
            }
        }

        return false;
    }
}
