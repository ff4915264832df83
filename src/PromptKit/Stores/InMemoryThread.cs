namespace PromptKit;

/// <summary>A thread of an <see cref="InMemorySession"/>, which guards it by its lock.</summary>
/// <remarks>In chunks, because one growing array would be copied again and again and end on the large object heap.</remarks>
internal sealed class InMemoryThread(string name)
{
    private const int ChunkLength = 128;

    private readonly List<(byte[] Payload, string CommitId)[]> _chunks = [];
    private Dictionary<string, long>? _turns;
    private byte[] _properties = [];
    private string? _lastCommitId;

    public long Length { get; private set; }

    public long Revision { get; private set; }

    public StoredThread Header() =>
        new()
        {
            Name = name,
            Length = Length,
            Revision = Revision,
            Properties = _properties,
        };

    public bool Has(string commitId, long position) =>
        commitId == _lastCommitId || (position < Length && Slot(position).CommitId == commitId);

    public long? FindTurn(string turnId) => _turns is not null && _turns.TryGetValue(turnId, out var position) ? position : null;

    public void Append(ThreadCommit commit, string commitId)
    {
        if (commit.TurnId is { } turnId && commit.Messages.Count > 0)
        {
            _turns ??= new(StringComparer.Ordinal);
            _turns.TryAdd(turnId, Length);
        }

        for (var index = 0; index < commit.Messages.Count; index++)
        {
            if (Length == (long)_chunks.Count * ChunkLength)
            {
                _chunks.Add(new (byte[], string)[ChunkLength]);
            }

            Slot(Length) = (commit.Messages[index].ToArray(), commitId);
            Length++;
        }

        Revision++;
        _lastCommitId = commitId;
        _properties = commit.Properties.ToArray();
    }

    public IReadOnlyList<StoredMessage> Messages(long from, int max)
    {
        var count = (int)Math.Clamp(Length - from, 0, max);
        var messages = new StoredMessage[count];
        for (var index = 0; index < count; index++)
        {
            messages[index] = new StoredMessage(from + index, Slot(from + index).Payload);
        }

        return messages;
    }

    private ref (byte[] Payload, string CommitId) Slot(long position) => ref _chunks[(int)(position / ChunkLength)][position % ChunkLength];
}
