using System.Text;

namespace PromptKit.Outputs;

/// <summary>A text that grows at its end only. May be read by one thread while another one appends.</summary>
internal sealed class PartialBuffer
{
    public static readonly PartialBuffer None = new();

    private readonly StringBuilder _text = new(capacity: 0);
    private readonly Lock _lock = new();
    private string _last = "";

    public int Length { get; private set; }

    public void Append(ReadOnlySpan<char> part)
    {
        lock (_lock)
        {
            _text.Append(part);
            Length = _text.Length;
        }
    }

    /// <summary>The text as it was when it had this length.</summary>
    public string ToString(int length)
    {
        lock (_lock)
        {
            return _last.Length == length ? _last : _last = _text.ToString(0, length);
        }
    }

    public override string ToString() => ToString(Length);
}
