using System.Text.RegularExpressions;

namespace SupportDesk.Models;

/// <summary>The name that a customer gave.</summary>
internal static partial class CustomerName
{
    /// <summary>The name given last; <see langword="null"/> when none was.</summary>
    public static string? Find(IEnumerable<string> userTexts) =>
        userTexts.Select(text => Introduction.Match(text)).LastOrDefault(match => match.Success)?.Groups["name"].Value;

    [GeneratedRegex(
        @"\b(?:my name is|i am called|call me) (?<name>\w+)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Introduction { get; }
}
