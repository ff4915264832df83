namespace PromptKit;

/// <summary>Times as stores keep them: whole microseconds since 1970, the finest that every engine keeps exactly.</summary>
internal static class StoreTime
{
    public static long ToMicroseconds(DateTimeOffset time) =>
        (time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    public static DateTimeOffset FromMicroseconds(long microseconds) =>
        new(DateTimeOffset.UnixEpoch.Ticks + (microseconds * TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);

    public static long Now(TimeProvider timeProvider) => ToMicroseconds(timeProvider.GetUtcNow());

    /// <summary>When a session that is written now expires; <see langword="null"/> for never.</summary>
    public static long? Expiry(long now, TimeSpan? slidingExpiration) =>
        slidingExpiration is { } span ? now + (span.Ticks / TimeSpan.TicksPerMicrosecond) : null;

    /// <exception cref="ArgumentOutOfRangeException">A session would expire as it is written.</exception>
    public static void CheckExpiration(TimeSpan? slidingExpiration, string parameterName)
    {
        if (slidingExpiration is { } span)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(span, TimeSpan.FromMilliseconds(1), parameterName);
        }
    }
}
