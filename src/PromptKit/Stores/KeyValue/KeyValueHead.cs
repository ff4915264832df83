namespace PromptKit;

/// <summary>What stands under a session's key: all of the session but its older messages. Who replaces it has committed.</summary>
internal sealed record KeyValueHead
{
    public required string Id { get; init; }

    public required string Generation { get; init; }

    public required int FormatVersion { get; init; }

    public required string Creation { get; init; }

    public required long CreatedAt { get; init; }

    public long UpdatedAt { get; init; }

    public long? ExpiresAt { get; init; }

    public long StateVersion { get; init; }

    public string StateCommit { get; init; } = "";

    public ReadOnlyMemory<byte> State { get; init; }

    public IReadOnlyList<KeyValueThread> Threads { get; init; } = [];

    public static KeyValueHead Read(BinaryReader reader)
    {
        var head = new KeyValueHead
        {
            Id = reader.ReadString(),
            Generation = reader.ReadString(),
            FormatVersion = reader.Read7BitEncodedInt(),
            Creation = reader.ReadString(),
            CreatedAt = reader.ReadInt64(),
            UpdatedAt = reader.ReadInt64(),
            ExpiresAt = reader.ReadBoolean() ? reader.ReadInt64() : null,
            StateVersion = reader.Read7BitEncodedInt64(),
            StateCommit = reader.ReadString(),
            State = reader.ReadBytes(reader.Read7BitEncodedInt()),
        };
        var threads = new List<KeyValueThread>();
        for (var left = reader.Read7BitEncodedInt(); left > 0; left--)
        {
            threads.Add(KeyValueThread.Read(reader));
        }

        return head with
        {
            Threads = threads,
        };
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(Id);
        writer.Write(Generation);
        writer.Write7BitEncodedInt(FormatVersion);
        writer.Write(Creation);
        writer.Write(CreatedAt);
        writer.Write(UpdatedAt);
        writer.Write(ExpiresAt is not null);
        if (ExpiresAt is { } expires)
        {
            writer.Write(expires);
        }

        writer.Write7BitEncodedInt64(StateVersion);
        writer.Write(StateCommit);
        writer.Write7BitEncodedInt(State.Length);
        writer.Write(State.Span);
        writer.Write7BitEncodedInt(Threads.Count);
        foreach (var thread in Threads)
        {
            thread.Write(writer);
        }
    }

    public bool HasExpired(long now) => ExpiresAt <= now;

    public KeyValueThread? Thread(string name) => Threads.FirstOrDefault(thread => thread.Name == name);

    public StoredSession ToStored() =>
        new()
        {
            Id = Id,
            Generation = Generation,
            FormatVersion = FormatVersion,
            State = State,
            StateVersion = StateVersion,
            CreatedAt = StoreTime.FromMicroseconds(CreatedAt),
            UpdatedAt = StoreTime.FromMicroseconds(UpdatedAt),
            Threads =
            [
                .. Threads.Select(thread => new StoredThread
                {
                    Name = thread.Name,
                    Length = thread.Log.Length,
                    Revision = thread.Revision,
                    Properties = thread.Properties,
                }),
            ],
        };
}
