using System.Globalization;
using System.Text;

namespace PromptKit.Rendering;

/// <summary>Dates by patterns of <c>strftime</c>, as far as Scriban knows them.</summary>
internal static class DatePattern
{
    /// <summary>How templates print a date.</summary>
    public const string Default = "%d %b %Y";

    public static string Write(DateTime date, string pattern, CultureInfo culture)
    {
        var text = new StringBuilder();
        // Alone, `%g` stands for the default under the invariant culture.
        var whole = pattern == "%g" ? "%g " + Default : pattern;
        for (var i = 0; i < whole.Length; i++)
        {
            if (whole[i] != '%' || i + 1 == whole.Length)
            {
                text.Append(whole[i]);
            }
            else if (whole[++i] == 'g')
            {
                culture = CultureInfo.InvariantCulture;
            }
            else
            {
                text.Append(Part(date, whole[i], culture) ?? "%" + whole[i]);
            }
        }

        return text.ToString();
    }

    /// <summary>The format of .NET that reads what a pattern writes.</summary>
    /// <exception cref="FormatException">Nothing reads a part of it.</exception>
    public static string ToReadingFormat(string pattern, ref CultureInfo culture)
    {
        var format = new StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] != '%' || i + 1 == pattern.Length)
            {
                format.Append(pattern[i]);
            }
            else if (pattern[++i] == 'g')
            {
                culture = CultureInfo.InvariantCulture;
            }
            else if ("CjnstuUvVWw%".Contains(pattern[i], StringComparison.Ordinal))
            {
                throw new FormatException($"The pattern %{pattern[i]} writes dates and cannot read them.");
            }
            else
            {
                format.Append(ReadingFormat(pattern[i]) ?? "%" + pattern[i]);
            }
        }

        return format.ToString();
    }

    // Where reading differs from writing: a number may have one digit or two, and months have their short name.
    private static string? ReadingFormat(char letter) =>
        letter switch
        {
            'B' => "MMM",
            'e' => "%d",
            'k' => "%H",
            'l' => "%h",
            'P' => "tt",
            _ => Format(letter),
        };

    private static string? Part(DateTime date, char letter, CultureInfo culture) =>
        Format(letter) is { } format ? date.ToString(format, culture) : Computed(date, letter, culture);

    private static string? Format(char letter) =>
        letter switch
        {
            'a' => "ddd",
            'A' => "dddd",
            'b' or 'h' => "MMM",
            'B' => "MMMM",
            'c' => "ddd MMM dd HH:mm:ss yyyy",
            'd' => "dd",
            'D' => "MM/dd/yy",
            'F' => "yyyy-MM-dd",
            'H' => "HH",
            'I' => "hh",
            'L' => "fff",
            'm' => "MM",
            'M' => "mm",
            'N' => "fffffff00",
            'p' => "tt",
            'r' => "hh:mm:ss tt",
            'R' => "HH:mm",
            'S' => "ss",
            'T' => "HH:mm:ss",
            'x' => "d",
            'X' => "T",
            'y' => "yy",
            'Y' => "yyyy",
            'Z' => "zzz",
            _ => null,
        };

    private static string? Computed(DateTime date, char letter, CultureInfo culture) =>
        letter switch
        {
            'C' => (date.Year / 100).ToString("D2", culture),
            'e' => date.ToString("%d", culture).PadLeft(2),
            'j' => date.DayOfYear.ToString("D3", culture),
            'k' => date.ToString("%H", culture).PadLeft(2),
            'l' => date.ToString("%h", culture).PadLeft(2),
            'n' => "\n",
            'P' => date.ToString("tt", culture).ToLowerInvariant(),
            's' => ((date.ToUniversalTime().Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerSecond).ToString(culture),
            't' => "\t",
            'u' => (date.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)date.DayOfWeek).ToString(culture),
            'U' => Week(date, culture.DateTimeFormat.CalendarWeekRule, DayOfWeek.Sunday, culture),
            'v' => date.ToString("dd-MMM-yyyy", CultureInfo.InvariantCulture).ToUpperInvariant() is var text && text[0] == '0'
                ? " " + text[1..]
                : text,
            'V' => Week(date, CalendarWeekRule.FirstFourDayWeek, DayOfWeek.Monday, culture),
            'w' => ((int)date.DayOfWeek).ToString(culture),
            'W' => Week(date, culture.DateTimeFormat.CalendarWeekRule, DayOfWeek.Monday, culture),
            '%' => "%",
            _ => null,
        };

    private static string Week(DateTime date, CalendarWeekRule rule, DayOfWeek first, CultureInfo culture) =>
        culture.Calendar.GetWeekOfYear(date, rule, first).ToString("D2", culture);
}
