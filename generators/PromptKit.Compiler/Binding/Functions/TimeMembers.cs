using PromptKit.Compiler.Binding.Model;

namespace PromptKit.Compiler.Binding.Functions;

/// <summary>The members of what functions of dates give, as Scriban names those of .NET's types.</summary>
internal static class TimeMembers
{
    private static readonly Dictionary<string, string> OfMoments = new(StringComparer.Ordinal)
    {
        ["year"] = "Year",
        ["month"] = "Month",
        ["day"] = "Day",
        ["day_of_year"] = "DayOfYear",
        ["hour"] = "Hour",
        ["minute"] = "Minute",
        ["second"] = "Second",
        ["millisecond"] = "Millisecond",
        ["ticks"] = "Ticks",
    };

    private static readonly Dictionary<string, string> OfDurations = new(StringComparer.Ordinal)
    {
        ["days"] = "Days",
        ["hours"] = "Hours",
        ["minutes"] = "Minutes",
        ["seconds"] = "Seconds",
        ["milliseconds"] = "Milliseconds",
        ["ticks"] = "Ticks",
        ["total_days"] = "TotalDays",
        ["total_hours"] = "TotalHours",
        ["total_minutes"] = "TotalMinutes",
        ["total_seconds"] = "TotalSeconds",
        ["total_milliseconds"] = "TotalMilliseconds",
    };

    public static IEnumerable<string> Names(BoundType type) =>
        type is BoundMoment ? [.. OfMoments.Keys, "day_of_week"]
        : type is BoundDuration ? OfDurations.Keys
        : [];

    /// <returns>Null when there is no such member.</returns>
    public static BoundExpression? Read(BoundExpression target, string name)
    {
        if (target.Type is BoundMoment && name == "day_of_week")
        {
            return new CallExpression("DateFunctions.DayOfWeek", new([target]), BoundWeekday.Type, target.IsNullable);
        }

        var members = target.Type is BoundMoment ? OfMoments : OfDurations;
        return members.TryGetValue(name, out var property)
            ? new MemberExpression(
                target,
                property,
                IsOptional: false,
                name.StartsWith("total_", StringComparison.Ordinal) ? ValueTypes.Number : ValueTypes.Integer,
                target.IsNullable
            )
            : null;
    }
}
