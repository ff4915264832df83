namespace PromptKit;

/// <summary>A page of a list in the order that <see cref="ISessionStore.ListAsync"/> promises, for stores that list in memory.</summary>
internal static class SessionPage
{
    public static IEnumerable<SessionSummary> Of(IEnumerable<(string Id, long CreatedAt, long UpdatedAt)> sessions, SessionQuery query)
    {
        var rows = sessions
            .Where(row => row.Id.StartsWith(query.IdPrefix, StringComparison.Ordinal))
            .OrderByDescending(row => row.UpdatedAt)
            .ThenBy(row => row.Id, CodePointComparer.Instance)
            .AsEnumerable();
        if (query.ContinuationToken is { } text)
        {
            var token = ContinuationToken.Parse(text);
            rows = rows.Where(row =>
                row.UpdatedAt < token.Microseconds
                || (row.UpdatedAt == token.Microseconds && CodePointComparer.Instance.Compare(row.Id, token.Id) > 0)
            );
        }

        return rows.Take(query.Max).Select(row => Summary(row.Id, row.CreatedAt, row.UpdatedAt));
    }

    public static SessionSummary Summary(string id, long createdAt, long updatedAt) =>
        new(
            id,
            StoreTime.FromMicroseconds(createdAt),
            StoreTime.FromMicroseconds(updatedAt),
            new ContinuationToken(updatedAt, id).ToString()
        );
}
