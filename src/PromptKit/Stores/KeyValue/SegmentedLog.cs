namespace PromptKit;

/// <summary>
/// A log of any length whose head stays small. The newest entries stand in the head; as soon as there are <see cref="Width"/> of them, they
/// go into a blob of their own, which never changes; <see cref="Width"/> such blobs are put together under one more blob, and so on. So the
/// head has less than <see cref="Width"/> items a level, and a log of n entries log(n) levels.
/// </summary>
internal sealed class SegmentedLog
{
    /// <summary>How many entries a segment has, and how many blobs are put together under one.</summary>
    public const int Width = 32;

    private readonly List<LogEntry> _tail = [];
    private readonly List<List<Guid>> _levels = [];

    public long Length { get; private set; }

    public static SegmentedLog Read(BinaryReader reader)
    {
        var log = new SegmentedLog { Length = reader.Read7BitEncodedInt64() };
        for (var left = reader.Read7BitEncodedInt(); left > 0; left--)
        {
            log._tail.Add(LogEntry.Read(reader));
        }

        for (var left = reader.Read7BitEncodedInt(); left > 0; left--)
        {
            var level = new List<Guid>();
            for (var blobs = reader.Read7BitEncodedInt(); blobs > 0; blobs--)
            {
                level.Add(new Guid(reader.ReadBytes(16)));
            }

            log._levels.Add(level);
        }

        return log;
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write7BitEncodedInt64(Length);
        writer.Write7BitEncodedInt(_tail.Count);
        _tail.ForEach(entry => entry.Write(writer));
        writer.Write7BitEncodedInt(_levels.Count);
        foreach (var level in _levels)
        {
            writer.Write7BitEncodedInt(level.Count);
            level.ForEach(blob => writer.Write(blob.ToByteArray()));
        }
    }

    /// <summary>Appends. Full segments are written at once: until the head is, nobody knows of them.</summary>
    public async ValueTask AppendAsync(LogEntry entry, LogBlobs blobs, CancellationToken cancellationToken)
    {
        _tail.Add(entry);
        Length++;
        if (_tail.Count < Width)
        {
            return;
        }

        var id = await blobs.PutAsync(Segment, cancellationToken).ConfigureAwait(false);
        _tail.Clear();
        for (var depth = 0; ; depth++)
        {
            if (depth == _levels.Count)
            {
                _levels.Add([]);
            }

            var level = _levels[depth];
            level.Add(id);
            if (level.Count < Width)
            {
                return;
            }

            id = await blobs
                .PutAsync(writer => level.ForEach(blob => writer.Write(blob.ToByteArray())), cancellationToken)
                .ConfigureAwait(false);
            level.Clear();
        }
    }

    /// <summary>The entries of the segment that has this position, and the position of its first entry.</summary>
    public async ValueTask<(long First, IReadOnlyList<LogEntry> Entries)> SegmentAsync(
        long position,
        LogBlobs blobs,
        CancellationToken cancellationToken
    )
    {
        var first = position / Width * Width;
        if (first == Length - _tail.Count)
        {
            return (first, _tail);
        }

        // Of each level, the oldest blobs come first; the highest level has the oldest of all.
        var segment = position / Width;
        var span = (long)Math.Pow(Width, _levels.Count - 1);
        for (var depth = _levels.Count - 1; ; depth--, span /= Width)
        {
            var covered = _levels[depth].Count * span;
            if (segment < covered)
            {
                var id = _levels[depth][(int)(segment / span)];
                return (first, await FollowAsync(id, segment % span, span, blobs, cancellationToken).ConfigureAwait(false));
            }

            segment -= covered;
        }
    }

    /// <summary>Every blob of the log.</summary>
    public async ValueTask<List<Guid>> BlobsAsync(LogBlobs blobs, CancellationToken cancellationToken)
    {
        var found = new List<Guid>();
        found.AddRange(_tail.Where(entry => entry.Blob is not null).Select(entry => entry.Blob!.Value));
        for (var depth = 0; depth < _levels.Count; depth++)
        {
            foreach (var id in _levels[depth])
            {
                await CollectAsync(id, depth, found, blobs, cancellationToken).ConfigureAwait(false);
            }
        }

        return found;
    }

    private static async ValueTask<IReadOnlyList<LogEntry>> FollowAsync(
        Guid id,
        long segment,
        long span,
        LogBlobs blobs,
        CancellationToken cancellationToken
    )
    {
        while (span > 1)
        {
            span /= Width;
            var children = await blobs.GetAsync(id, ReadIds, cancellationToken).ConfigureAwait(false);
            id = children[(int)(segment / span)];
            segment %= span;
        }

        return await blobs.GetAsync(id, ReadSegment, cancellationToken).ConfigureAwait(false);
    }

    private static async ValueTask CollectAsync(Guid id, int depth, List<Guid> found, LogBlobs blobs, CancellationToken cancellationToken)
    {
        found.Add(id);
        if (depth == 0)
        {
            var entries = await blobs.GetAsync(id, ReadSegment, cancellationToken).ConfigureAwait(false);
            found.AddRange(entries.Where(entry => entry.Blob is not null).Select(entry => entry.Blob!.Value));
            return;
        }

        foreach (var child in await blobs.GetAsync(id, ReadIds, cancellationToken).ConfigureAwait(false))
        {
            await CollectAsync(child, depth - 1, found, blobs, cancellationToken).ConfigureAwait(false);
        }
    }

    private static List<LogEntry> ReadSegment(BinaryReader reader)
    {
        var entries = new List<LogEntry>(Width);
        for (var index = 0; index < Width; index++)
        {
            entries.Add(LogEntry.Read(reader));
        }

        return entries;
    }

    private static List<Guid> ReadIds(BinaryReader reader)
    {
        var ids = new List<Guid>(Width);
        for (var index = 0; index < Width; index++)
        {
            ids.Add(new Guid(reader.ReadBytes(16)));
        }

        return ids;
    }

    private void Segment(BinaryWriter writer) => _tail.ForEach(entry => entry.Write(writer));
}
