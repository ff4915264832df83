using System.Text;

namespace PromptKit;

/// <summary>How the values of a <see cref="KeyValueSessionStore"/> are written: the version of the format in the first byte, then the members.</summary>
internal static class KeyValueFormat
{
    /// <summary>The format that this version writes. It reads this one and every earlier one.</summary>
    public const byte Version = 1;

    public static byte[] Write(Action<BinaryWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream, Encoding.UTF8))
        {
            writer.Write(Version);
            write(writer);
        }

        return stream.ToArray();
    }

    /// <exception cref="NotSupportedException">The value was written by a newer version.</exception>
    public static T Read<T>(ReadOnlyMemory<byte> value, Func<BinaryReader, T> read)
    {
        if (value.IsEmpty)
        {
            throw new BlobMissingException("");
        }

        var version = value.Span[0];
        if (version > Version)
        {
            throw new NotSupportedException($"The session has the format {version}; this version of PromptKit reads up to {Version}.");
        }

        using var stream = new MemoryStream(value.ToArray(), 1, value.Length - 1);
        using var reader = new BinaryReader(stream, Encoding.UTF8);
        return read(reader);
    }
}
