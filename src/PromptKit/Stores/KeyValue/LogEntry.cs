namespace PromptKit;

/// <summary>An entry of a <see cref="SegmentedLog"/>: its bytes, or the blob that has them, and the commit that begins with it.</summary>
internal sealed record LogEntry(ReadOnlyMemory<byte> Payload, Guid? Blob, string? FirstOf)
{
    public static LogEntry Read(BinaryReader reader)
    {
        var firstOf = reader.ReadBoolean() ? reader.ReadString() : null;
        return reader.ReadBoolean()
            ? new LogEntry(default, new Guid(reader.ReadBytes(16)), firstOf)
            : new LogEntry(reader.ReadBytes(reader.Read7BitEncodedInt()), null, firstOf);
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(FirstOf is not null);
        if (FirstOf is not null)
        {
            writer.Write(FirstOf);
        }

        writer.Write(Blob is not null);
        if (Blob is { } blob)
        {
            writer.Write(blob.ToByteArray());
        }
        else
        {
            writer.Write7BitEncodedInt(Payload.Length);
            writer.Write(Payload.Span);
        }
    }
}
