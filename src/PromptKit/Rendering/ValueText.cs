using System.Globalization;

namespace PromptKit.Rendering;

/// <summary>The text of values: what JSON writes for them, without quotes. Templates print the same.</summary>
internal static class ValueText
{
    public static string Of(DateOnly value) => value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Of(DateTimeOffset value) => value.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture);

    public static string Of(TimeOnly value) => value.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);

    public static string Of(Guid value) => value.ToString("D", CultureInfo.InvariantCulture);
}
