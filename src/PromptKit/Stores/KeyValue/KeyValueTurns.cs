namespace PromptKit;

/// <summary>
/// Where turns begin. What a commit enters here counts only if the commit was written, which the message at that position tells; so it may be
/// entered before, and what a failed commit left behind does no harm.
/// </summary>
internal sealed class KeyValueTurns(IKeyValueStore store, string owner)
{
    public async ValueTask AddAsync(string thread, string turnId, long position, string commitId, CancellationToken cancellationToken)
    {
        var key = Key(thread, turnId);
        while (true)
        {
            var found = await store.GetAsync(key, cancellationToken).ConfigureAwait(false);
            var places = found is { Value.IsEmpty: false } value ? KeyValueFormat.Read(value.Value, ReadPlaces) : [];
            if (places.Contains((position, commitId)))
            {
                return;
            }

            places.Add((position, commitId));
            if (
                await store
                    .PutAsync(key, KeyValueFormat.Write(writer => Write(writer, places)), found?.ETag, cancellationToken)
                    .ConfigureAwait(false)
            )
            {
                return;
            }
        }
    }

    /// <summary>Where the turn may begin, each place with the commit that must be there.</summary>
    public async ValueTask<List<(long Position, string CommitId)>> FindAsync(
        string thread,
        string turnId,
        CancellationToken cancellationToken
    ) =>
        await store.GetAsync(Key(thread, turnId), cancellationToken).ConfigureAwait(false) is { Value.IsEmpty: false } found
            ? KeyValueFormat.Read(found.Value, ReadPlaces)
            : [];

    private static List<(long, string)> ReadPlaces(BinaryReader reader)
    {
        var places = new List<(long, string)>();
        for (var left = reader.Read7BitEncodedInt(); left > 0; left--)
        {
            places.Add((reader.Read7BitEncodedInt64(), reader.ReadString()));
        }

        return places;
    }

    private static void Write(BinaryWriter writer, List<(long Position, string CommitId)> places)
    {
        writer.Write7BitEncodedInt(places.Count);
        foreach (var (position, commitId) in places)
        {
            writer.Write7BitEncodedInt64(position);
            writer.Write(commitId);
        }
    }

    private string Key(string thread, string turnId)
    {
        var hash = Convert.ToHexStringLower(KeyHash.OfTurn($"{thread} {turnId}"));
        return $"{owner}/t/{hash}";
    }
}
