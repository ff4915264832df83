using System.Globalization;
using PromptKit.Compiler.Schema.Model;

namespace PromptKit.Compiler.Schema;

/// <summary>The texts that stand for dates, times, URIs and GUIDs in JSON.</summary>
internal static class ScalarFormats
{
    private static readonly string[] Dates = ["yyyy-MM-dd"];

    private static readonly string[] Times = ["HH:mm", "HH:mm:ss", "HH:mm:ss.FFFFFFF"];

    private static readonly string[] DateTimes = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK"];

    public static bool IsValid(ScalarKind kind, string text) =>
        kind switch
        {
            ScalarKind.Date => IsExact(text, Dates),
            ScalarKind.Time => IsExact(text, Times),
            ScalarKind.DateTime => IsExact(text, DateTimes),
            ScalarKind.Uri => Uri.TryCreate(text, UriKind.Absolute, out _),
            ScalarKind.Guid => Guid.TryParseExact(text, "D", out _),
            _ => true,
        };

    private static bool IsExact(string text, string[] formats) =>
        DateTimeOffset.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);
}
