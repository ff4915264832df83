using System.Globalization;

namespace PromptKit;

/// <summary>Where a list goes on: behind the session that was written at this time and has this id.</summary>
internal readonly record struct ContinuationToken(long Microseconds, string Id)
{
    /// <exception cref="ArgumentException">The text is not a token.</exception>
    public static ContinuationToken Parse(string token)
    {
        var separator = token.IndexOf(':', StringComparison.Ordinal);
        return
            separator > 0
            && long.TryParse(token.AsSpan(0, separator), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var time)
            ? new ContinuationToken(time, token[(separator + 1)..])
            : throw new ArgumentException($"'{token}' is not a continuation token of this store.", nameof(token));
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Microseconds}:{Id}");
}
