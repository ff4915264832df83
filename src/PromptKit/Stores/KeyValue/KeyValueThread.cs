namespace PromptKit;

/// <summary>A thread in a session's head.</summary>
internal sealed record KeyValueThread(string Name, long Revision, string LastCommit, ReadOnlyMemory<byte> Properties, SegmentedLog Log)
{
    public static KeyValueThread Read(BinaryReader reader) =>
        new(
            reader.ReadString(),
            reader.Read7BitEncodedInt64(),
            reader.ReadString(),
            reader.ReadBytes(reader.Read7BitEncodedInt()),
            SegmentedLog.Read(reader)
        );

    public void Write(BinaryWriter writer)
    {
        writer.Write(Name);
        writer.Write7BitEncodedInt64(Revision);
        writer.Write(LastCommit);
        writer.Write7BitEncodedInt(Properties.Length);
        writer.Write(Properties.Span);
        Log.Write(writer);
    }
}
