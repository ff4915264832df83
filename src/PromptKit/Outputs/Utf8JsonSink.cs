using System.Buffers;
using System.Text;

namespace PromptKit.Outputs;

/// <summary>Writes JSON as UTF-8 into a buffer that is used again for the next value.</summary>
internal sealed class Utf8JsonSink : IJsonSink
{
    private static readonly SearchValues<char> s_escaped = SearchValues.Create(
        "\"\\\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000B\f\r\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F"
    );

    private readonly ArrayBufferWriter<byte> _json = new();
    private bool _needsComma;

    public ReadOnlySpan<byte> Json => _json.WrittenSpan;

    public List<OutputNote> Repairs { get; private set; } = [];

    /// <summary>Begins another value.</summary>
    public void Reset()
    {
        _json.ResetWrittenCount();
        _needsComma = false;
        Repairs = [];
    }

    public void StartObject() => Open("{"u8);

    public void EndObject() => Close("}"u8);

    public void StartArray() => Open("["u8);

    public void EndArray() => Close("]"u8);

    public void Name(ReadOnlySpan<char> name)
    {
        StartText();
        Text(name);
        Write("\":"u8);
        _needsComma = false;
    }

    public void StartText()
    {
        Separate();
        Write("\""u8);
    }

    public void Text(ReadOnlySpan<char> part)
    {
        while (!part.IsEmpty)
        {
            var length = part.IndexOfAny(s_escaped);
            Encoding.UTF8.GetBytes(length < 0 ? part : part[..length], _json);
            if (length < 0)
            {
                return;
            }

            Escape(part[length]);
            part = part[(length + 1)..];
        }
    }

    public void EndText()
    {
        Write("\""u8);
        _needsComma = true;
    }

    public void Number(ReadOnlySpan<char> number)
    {
        Separate();
        Encoding.UTF8.GetBytes(number, _json);
        _needsComma = true;
    }

    public void Literal(bool? value)
    {
        Separate();
        Write(
            value switch
            {
                true => "true"u8,
                false => "false"u8,
                null => "null"u8,
            }
        );
        _needsComma = true;
    }

    public void Repair(OutputRepairKind kind, string what) => Repairs.Add(new OutputNote(_json.WrittenCount, kind, what));

    private void Open(ReadOnlySpan<byte> bracket)
    {
        Separate();
        Write(bracket);
        _needsComma = false;
    }

    private void Close(ReadOnlySpan<byte> bracket)
    {
        Write(bracket);
        _needsComma = true;
    }

    private void Separate()
    {
        if (_needsComma)
        {
            Write(","u8);
            _needsComma = false;
        }
    }

    private void Escape(char character)
    {
        switch (character)
        {
            case '\n':
                Write("\\n"u8);
                break;
            case '"' or '\\':
                Write([(byte)'\\', (byte)character]);
                break;
            default:
                const string digits = "0123456789abcdef";
                Write("\\u00"u8);
                Write([(byte)digits[character >> 4], (byte)digits[character & 15]]);
                break;
        }
    }

    private void Write(scoped ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(_json.GetSpan(bytes.Length));
        _json.Advance(bytes.Length);
    }
}
