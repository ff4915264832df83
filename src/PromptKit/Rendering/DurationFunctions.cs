using System.ComponentModel;
using System.Globalization;
using ScribanSpans = Scriban.Functions.TimeSpanFunctions;

namespace PromptKit.Rendering;

/// <summary>The functions <c>timespan.*</c> of templates. For generated code: its shape may change with any version.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class DurationFunctions
{
    /// <summary><c>timespan.zero</c>.</summary>
    /// <returns>No time.</returns>
    public static TimeSpan Zero() => TimeSpan.Zero;

    /// <summary><c>timespan.from_days</c>.</summary>
    /// <param name="days">How many.</param>
    /// <returns>So much time.</returns>
    /// <exception cref="OverflowException">It is too much.</exception>
    /// <exception cref="ArgumentException">It is no number.</exception>
    public static TimeSpan FromDays(double days) => ScribanSpans.FromDays(days);

    /// <summary><c>timespan.from_hours</c>.</summary>
    /// <param name="hours">How many.</param>
    /// <inheritdoc cref="FromDays"/>
    public static TimeSpan FromHours(double hours) => ScribanSpans.FromHours(hours);

    /// <summary><c>timespan.from_minutes</c>.</summary>
    /// <param name="minutes">How many.</param>
    /// <inheritdoc cref="FromDays"/>
    public static TimeSpan FromMinutes(double minutes) => ScribanSpans.FromMinutes(minutes);

    /// <summary><c>timespan.from_seconds</c>.</summary>
    /// <param name="seconds">How many.</param>
    /// <inheritdoc cref="FromDays"/>
    public static TimeSpan FromSeconds(double seconds) => ScribanSpans.FromSeconds(seconds);

    /// <summary><c>timespan.from_milliseconds</c>.</summary>
    /// <param name="millis">How many.</param>
    /// <inheritdoc cref="FromDays"/>
    public static TimeSpan FromMilliseconds(double millis) => ScribanSpans.FromMilliseconds(millis);

    /// <summary><c>timespan.parse</c>.</summary>
    /// <param name="text">A span of time, as .NET writes it.</param>
    /// <returns>The span.</returns>
    /// <exception cref="FormatException">It is none.</exception>
    /// <exception cref="OverflowException">It is too long.</exception>
    public static TimeSpan Parse(string text) => TimeSpan.Parse(text, CultureInfo.InvariantCulture);
}
