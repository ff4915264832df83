using System.Globalization;

namespace PromptKit;

/// <summary>A page of a list in the order that <see cref="ISessionStore.ListAsync"/> promises, for stores that list in memory.</summary>
internal static class SessionPage
{
    public static IEnumerable<SessionSummary> Of(
        IEnumerable<(string Id, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)> sessions,
        SessionQuery query
    )
    {
        var rows = sessions
            .Where(row => row.Id.StartsWith(query.IdPrefix, StringComparison.Ordinal))
            .OrderByDescending(row => row.UpdatedAt)
            .ThenBy(row => row.Id, StringComparer.Ordinal)
            .AsEnumerable();
        if (query.ContinuationToken is { } token)
        {
            var (time, id) = Read(token);
            rows = rows.Where(row =>
                row.UpdatedAt.UtcTicks < time || (row.UpdatedAt.UtcTicks == time && string.CompareOrdinal(row.Id, id) > 0)
            );
        }

        return rows.Take(query.Max).Select(row => new SessionSummary(row.Id, row.CreatedAt, row.UpdatedAt, Write(row.UpdatedAt, row.Id)));
    }

    private static string Write(DateTimeOffset time, string id) => string.Create(CultureInfo.InvariantCulture, $"{time.UtcTicks}:{id}");

    private static (long Time, string Id) Read(string token)
    {
        var separator = token.IndexOf(':', StringComparison.Ordinal);
        return separator > 0 && long.TryParse(token.AsSpan(0, separator), NumberStyles.None, CultureInfo.InvariantCulture, out var time)
            ? (time, token[(separator + 1)..])
            : throw new ArgumentException($"'{token}' is not a continuation token of this store.", nameof(token));
    }
}
