using System.Buffers.Binary;
using System.Buffers.Text;

namespace PromptKit.Benchmarks.Stores.Costs;

/// <summary>Counts the commands in what a client sends, by the protocol of its server.</summary>
/// <remarks>What has come in pieces is put together: a message may end anywhere.</remarks>
internal abstract class CommandCounter
{
    private readonly List<byte> _rest = [];

    public long Commands { get; protected set; }

    public static CommandCounter For(string engine) => engine == "redis" ? new Redis() : new PostgreSql();

    public void Feed(ReadOnlySpan<byte> bytes)
    {
        _rest.AddRange(bytes);
        var all = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_rest);
        var read = 0;
        while (Take(all[read..]) is var taken && taken > 0)
        {
            read += taken;
        }

        _rest.RemoveRange(0, read);
    }

    /// <returns>How long the message at the beginning is; 0 if it is not whole yet.</returns>
    protected abstract int Take(ReadOnlySpan<byte> bytes);

    /// <summary>A command is an array of strings: <c>*2\r\n$3\r\nGET\r\n$1\r\na\r\n</c>.</summary>
    private sealed class Redis : CommandCounter
    {
        protected override int Take(ReadOnlySpan<byte> bytes)
        {
            if (ReadNumber(bytes, out var strings) is not (> 0 and var at))
            {
                return 0;
            }

            for (; strings > 0; strings--)
            {
                if (ReadNumber(bytes[at..], out var length) is not (> 0 and var header) || bytes.Length < at + header + length + 2)
                {
                    return 0;
                }

                at += header + length + 2;
            }

            Commands++;
            return at;
        }

        private static int ReadNumber(ReadOnlySpan<byte> bytes, out int number)
        {
            number = 0;
            var end = bytes.IndexOf((byte)'\n');
            return end > 0 && Utf8Parser.TryParse(bytes[1..end], out number, out _) ? end + 1 : 0;
        }
    }

    /// <summary>A message is a letter, its length, and more; the first ones have no letter.</summary>
    private sealed class PostgreSql : CommandCounter
    {
        private const int ProtocolVersion3 = 3 << 16;

        private bool _hasStarted;

        protected override int Take(ReadOnlySpan<byte> bytes)
        {
            var letter = _hasStarted ? 1 : 0;
            if (bytes.Length < letter + 8 && (!_hasStarted || bytes.Length < 5))
            {
                return 0;
            }

            var length = letter + BinaryPrimitives.ReadInt32BigEndian(bytes[letter..]);
            if (bytes.Length < length)
            {
                return 0;
            }

            if (!_hasStarted)
            {
                _hasStarted = BinaryPrimitives.ReadInt32BigEndian(bytes[4..]) >> 16 == ProtocolVersion3 >> 16;
            }
            else if (bytes[0] is (byte)'E' or (byte)'Q')
            {
                Commands++;
            }

            return length;
        }
    }
}
