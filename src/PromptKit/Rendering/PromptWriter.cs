using System.Buffers;
using System.ComponentModel;
using Microsoft.Extensions.AI;

namespace PromptKit.Rendering;

/// <summary>Collects what a template writes into chat messages. For generated code: its shape may change with any version.</summary>
/// <remarks>
/// Whitespace of the template's own text before a message's first kept character and after its last is dropped; whitespace of values
/// counts as kept; a message of whitespace alone is not made. Numbers are written under the invariant culture.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref partial struct PromptWriter
{
    // In place of the end of what is kept: nothing is dropped from what is captured.
    private const int InCapture = -1;

    // Holds a media content's place in the buffer, so that it counts as kept. Its position is remembered, never searched for.
    private const string MediaPlace = "\uFFFC";

    private readonly List<ChatMessage> _messages = [];

    // The current message's contents other than text, with their positions in the buffer.
    private List<(int Position, AIContent Content)>? _media;
    private int _historyPosition = -1;
    private char[] _buffer;
    private int _length;

    // End of the last character of the current message that may not be dropped. 0: nothing kept yet.
    private int _kept;

    // What auto-indent depends on. It follows what the template wrote, dropped or not.
    private bool _atLineStart;
    private ChatRole _role;

    /// <summary>Starts a message.</summary>
    /// <param name="role">The role of the text up to the first <see cref="Role"/>.</param>
    /// <param name="capacity">About how many characters the longest message takes.</param>
    public PromptWriter(ChatRole role, int capacity)
    {
        _role = role;
        _buffer = ArrayPool<char>.Shared.Rent(capacity);
    }

    /// <summary>Ends the current message and starts another.</summary>
    /// <param name="role">The role of the new message.</param>
    public void Role(ChatRole role)
    {
        EndMessage();
        _role = role;
    }

    /// <summary>Ends the current message: here goes the history.</summary>
    public void History()
    {
        EndMessage();
        _historyPosition = _messages.Count;
    }

    /// <summary>Puts a content into the message, between what was written before and what is written then.</summary>
    /// <param name="content">The content; <see langword="null"/> for none.</param>
    public void Media(AIContent? content)
    {
        if (content is not null)
        {
            (_media ??= []).Add((_length, content));
            Append(MediaPlace);
            _kept = _length;
            _atLineStart = false;
        }
    }

    /// <summary>Puts what stands at an address into the message.</summary>
    /// <param name="url">The address, which may be a <c>data:</c> URI; <see langword="null"/> for none.</param>
    /// <param name="mediaType">The kind of content; <see langword="null"/> for what the address says: its extension, or itself if it is data.</param>
    /// <param name="promptName">The prompt's name.</param>
    /// <exception cref="PromptRenderException">The address or the kind is not valid.</exception>
    public void Media(string? url, string? mediaType, string promptName)
    {
        if (url is null)
        {
            return;
        }

        try
        {
            var isData = url.StartsWith("data:", StringComparison.OrdinalIgnoreCase);
            Media(isData ? new DataContent(url, mediaType) : new UriContent(url, mediaType));
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException)
        {
            throw new PromptRenderException(promptName, exception);
        }
    }

    /// <summary>Writes text of the template.</summary>
    /// <param name="text">The text; not empty.</param>
    /// <param name="leading">How many characters of whitespace it starts with; its length when it is whitespace alone.</param>
    /// <param name="trailing">How many characters of whitespace it ends with; its length when it is whitespace alone.</param>
    public void Text(string text, int leading, int trailing)
    {
        var start = _kept == 0 ? leading : 0;
        Append(text.AsSpan(start));
        if (leading < text.Length)
        {
            _kept = _length - trailing;
        }

        _atLineStart = text[^1] == '\n';
    }

    /// <summary>Writes text of a block whose tag stands alone behind <paramref name="indent"/>.</summary>
    /// <param name="text">The text; not empty. Its lines, but for the first, hold the indent already.</param>
    /// <param name="leading">How many characters of whitespace it starts with; its length when it is whitespace alone.</param>
    /// <param name="trailing">How many characters of whitespace it ends with; its length when it is whitespace alone.</param>
    /// <param name="indent">The blanks before the tag; not empty.</param>
    public void Text(string text, int leading, int trailing, string indent)
    {
        if (_atLineStart && _kept != 0)
        {
            Append(indent);
        }

        Text(text, leading, trailing);
    }

    /// <summary>Starts to keep what is written apart from the message.</summary>
    /// <returns>What <see cref="EndCapture"/> needs.</returns>
    public (int Start, int Kept) BeginCapture()
    {
        var mark = (_length, _kept);
        _kept = InCapture;
        return mark;
    }

    /// <summary>Ends what <see cref="BeginCapture"/> started.</summary>
    /// <param name="mark">What that returned.</param>
    /// <returns>All that was written since.</returns>
    public string EndCapture((int Start, int Kept) mark)
    {
        var text = _buffer.AsSpan(mark.Start, _length - mark.Start).ToString();
        (_length, _kept) = mark;
        return text;
    }

    /// <summary>Writes a value; <see langword="null"/> writes nothing.</summary>
    /// <param name="value">The value.</param>
    public void Write(string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            Append(value);
            _kept = _length;
            _atLineStart = value[^1] == '\n';
        }
    }

    /// <summary>Writes a value whose tag stands alone behind <paramref name="indent"/>: each of its lines gets that indent.</summary>
    /// <param name="value">The value; <see langword="null"/> writes nothing.</param>
    /// <param name="indent">The blanks before the tag; not empty. The text before the tag ends with them; the value's later lines get them here.</param>
    public void Write(string? value, string indent)
    {
        if (!string.IsNullOrEmpty(value))
        {
            AppendLines(value, indent);
            _kept = _length;
        }
    }

    /// <summary>Ends the last message and releases the buffer. The writer cannot be used afterwards.</summary>
    /// <param name="options">The options of the request.</param>
    /// <returns>The messages and the options.</returns>
    public Preamble ToPreamble(ChatOptions options)
    {
        EndMessage();
        Dispose();
        return _historyPosition < 0
            ? new Preamble(_messages, options)
            : new Preamble(_messages, options) { HistoryPosition = _historyPosition };
    }

    /// <summary>Releases the buffer.</summary>
    public void Dispose()
    {
        var buffer = _buffer;
        _buffer = [];
        if (buffer.Length > 0)
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    private void EndMessage()
    {
        var text = _buffer.AsSpan(0, _kept);
        if (_media is not null)
        {
            _messages.Add(new ChatMessage(_role, ToContents(_media, text)));
            _media = null;
        }
        else if (!text.IsWhiteSpace())
        {
            _messages.Add(new ChatMessage(_role, text.ToString()));
        }

        _length = 0;
        _kept = 0;
    }

    private static List<AIContent> ToContents(List<(int Position, AIContent Content)> media, ReadOnlySpan<char> text)
    {
        var contents = new List<AIContent>((media.Count * 2) + 1);
        var start = 0;
        foreach (var (position, content) in media)
        {
            AddText(contents, text[start..position]);
            contents.Add(content);
            start = position + MediaPlace.Length;
        }

        AddText(contents, text[start..]);
        return contents;
    }

    private static void AddText(List<AIContent> contents, ReadOnlySpan<char> text)
    {
        // Providers refuse a part of whitespace alone, as they do a message.
        if (!text.IsWhiteSpace())
        {
            contents.Add(new TextContent(text.ToString()));
        }
    }

    private void Append(scoped ReadOnlySpan<char> text)
    {
        if (text.Length > _buffer.Length - _length)
        {
            Grow(text.Length);
        }

        text.CopyTo(_buffer.AsSpan(_length));
        _length += text.Length;
    }

    private void Grow(int more)
    {
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(_length + more, _buffer.Length * 2));
        _buffer.AsSpan(0, _length).CopyTo(larger);
        Dispose();
        _buffer = larger;
    }
}
