namespace PromptKit.Generators.Tests.Differential;

/// <content>Moments and spans of time: what functions of dates give.</content>
internal sealed partial class RandomTemplate
{
    private string Instant(int depth) =>
        _random.Next(depth > 0 ? 5 : 3) switch
        {
            0 => Known(ValueKind.Instant, "(date.parse \"2024-03-09\")", "(date.parse '31.12.1999 14:05' '%d.%m.%Y %H:%M')"),
            1 => $"(date.add_{Pick("months", "years")} {Moment()} {Pick("1", "(-2)", "12")})",
            2 or 3 =>
                $"({Moment()} | date.add_{Pick("days", "hours", "minutes", "seconds", "milliseconds")} {Pick("1", "2.5", "(-3)", "0.25")})",
            _ => $"({Instant(0)} + {Duration(0)})",
        };

    private string Duration(int depth) =>
        _random.Next(depth > 0 ? 4 : 3) switch
        {
            0 => Known(ValueKind.Duration, "timespan.zero", "(timespan.parse \"1.02:03:04.5\")", "(timespan.parse '00:00:07')"),
            1 or 2 =>
                $"(timespan.from_{Pick("days", "hours", "minutes", "seconds", "milliseconds")} {Pick("1", "2.5", "(-3)", "90", "(7 % 3)")})",
            _ => $"({Instant(0)} - {Instant(0)})",
        };

    // An input, which is a text to all but the functions of dates.
    private string Moment() => _scope.Find(ValueKind.Moment) ?? "(date.parse \"2000-02-29\")";

    private string PartOfTime() =>
        Chance(2)
            ? $"{Instant(1)}.{Pick("year", "month", "day", "day_of_year", "hour", "minute", "second", "millisecond")}"
            : $"{Duration(1)}.{Pick("days", "hours", "minutes", "seconds", "milliseconds")}";

    private string TimeText() =>
        Pick(
            $"({Pick(Moment(), Instant(1))} | date.to_string \"{Pick("%F", "%d %B %Y", "%A %H:%M:%S", "%j %U", "%T.%L")}\")",
            $"(date.to_string {Pick(Moment(), Instant(0))} pattern: \"%c\" culture: {Pick("\"de-DE\"", "\"\"")})",
            $"{Instant(1)}.day_of_week",
            $"(\"\" + {Pick(Instant(1), Duration(1), PartOfTime())})",
            $"(date.parse_to_string '2024-03-09 14:05' output_pattern: \"{Pick("%d %B %Y", "%x")}\")",
            "(date.parse_to_string \"09.03.2024\" '%F' '' \"%d.%m.%Y\" '')"
        );
}
