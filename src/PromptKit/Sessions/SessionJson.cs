using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.AI;

namespace PromptKit;

/// <summary>How everything that is stored is written: compact UTF-8 JSON with the options of Microsoft.Extensions.AI.</summary>
internal static class SessionJson
{
    /// <summary>The format that this version writes. It reads this one and every earlier one.</summary>
    public const int FormatVersion = 1;

    public static readonly JsonSerializerOptions Options = MakeOptions();

    // The writer's encoder counts, and not that of the options.
    private static readonly JsonWriterOptions s_writing = new() { SkipValidation = true, Encoder = Options.Encoder };

    public static readonly JsonTypeInfo<ChatMessage> Message = TypeInfo<ChatMessage>();
    public static readonly JsonTypeInfo<AIContent> Content = TypeInfo<AIContent>();
    public static readonly JsonTypeInfo<object> Any = TypeInfo<object>();

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? s_buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? s_writer;

    /// <exception cref="NotSupportedException">The session has a newer format than this version reads.</exception>
    public static void CheckFormat(string id, StoredSession stored)
    {
        if (stored.FormatVersion > FormatVersion)
        {
            throw new NotSupportedException(
                $"The session '{id}' has format {stored.FormatVersion}; this version of PromptKit reads up to {FormatVersion}."
            );
        }
    }

    /// <summary>Writes a JSON text. Only one is written at a time on a thread.</summary>
    public static byte[] Write<T>(T value, Action<Utf8JsonWriter, T> write)
    {
        var buffer = s_buffer ?? new ArrayBufferWriter<byte>(1024);
        var writer = s_writer ?? new Utf8JsonWriter(buffer, s_writing);

        // Taken while in use: a converter of the user's might write a text of its own.
        (s_buffer, s_writer) = (null, null);
        try
        {
            write(writer, value);
            writer.Flush();
            return buffer.WrittenSpan.ToArray();
        }
        finally
        {
            // One huge message must not keep its memory for ever.
            if (buffer.Capacity <= 64 * 1024)
            {
                buffer.ResetWrittenCount();
                writer.Reset();
                (s_buffer, s_writer) = (buffer, writer);
            }
        }
    }

    private static JsonTypeInfo<T> TypeInfo<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));

    private static JsonSerializerOptions MakeOptions()
    {
        var options = new JsonSerializerOptions(AIJsonUtilities.DefaultOptions)
        {
            AllowOutOfOrderMetadataProperties = true,
            WriteIndented = false,
        };
        options.MakeReadOnly();
        return options;
    }
}
