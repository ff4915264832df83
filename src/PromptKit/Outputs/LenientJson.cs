using System.Buffers;
using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace PromptKit.Outputs;

/// <summary>
/// Reads JSON that a model wrote: what is right straight through, what is not with as many repairs as it takes. For generated code: its
/// shape may change with any version.
/// </summary>
/// <remarks>All members are safe to use from several threads. The time is linear in the length of the text.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LenientJson
{
    private const int LongestEstimated = 1 << 16;
    private const int MostBytesPerCharacter = 3;

    /// <summary>Reads a text that is, or holds, JSON.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="text">The text.</param>
    /// <param name="read">Reads the value.</param>
    /// <param name="isWrapped">Whether the value travels as <c>{"value": …}</c>.</param>
    /// <returns>The value, and what does not fit.</returns>
    public static OutputReading<T> Read<T>(string text, OutputRead<T> read, bool isWrapped = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(read);
        if (TryReadClean(text, read, isWrapped, out var reading))
        {
            return reading;
        }

        return new AnswerSearch<T>(text, read, isWrapped).Run();
    }

    /// <summary>Reads a value that was parsed already.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="json">The value.</param>
    /// <param name="read">Reads the value.</param>
    /// <returns>The value, and what does not fit.</returns>
    public static OutputReading<T> Read<T>(JsonElement json, OutputRead<T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        return TryReadClean(JsonMarshal.GetRawUtf8Value(json), read, isWrapped: false, out var reading)
            ? reading
            : Read(json.GetRawText(), read, isWrapped: false);
    }

    private static bool TryReadClean<T>(string text, OutputRead<T> read, bool isWrapped, out OutputReading<T> reading)
    {
        var size = text.Length <= LongestEstimated ? text.Length * MostBytesPerCharacter : Encoding.UTF8.GetByteCount(text);
        var buffer = ArrayPool<byte>.Shared.Rent(size);
        try
        {
            var length = Encoding.UTF8.GetBytes(text, buffer);
            return TryReadClean(buffer.AsSpan(0, length), read, isWrapped, out reading) && reading.Fits;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static bool TryReadClean<T>(ReadOnlySpan<byte> json, OutputRead<T> read, bool isWrapped, out OutputReading<T> reading)
    {
        reading = default;
        if (json.TrimStart(" \t\r\n"u8) is not [var first, ..] || !"{[\"-0123456789tfn"u8.Contains(first))
        {
            return false;
        }

        try
        {
            var reader = new OutputReader(json);
            var value = reader.ReadAll(read, isWrapped);
            var (mismatches, repairs) = OutputPaths.Resolve(json, reader.Notes);
            reading = new OutputReading<T>(value, mismatches, repairs);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
        // Half of a surrogate pair, in escapes, is JSON to the reader and no text.
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
