using System.Text;
using Microsoft.Extensions.AI;

namespace PromptKit;

/// <summary>
/// What a model has streamed so far: copies, because the reader gets the updates themselves. A text in many pieces is kept as one, so that
/// a piece costs little more than its characters.
/// </summary>
internal sealed class ReceivedUpdates
{
    private readonly List<ChatResponseUpdate> _updates = [];
    private readonly StringBuilder _text = new();

    // The update whose text grows; its content is empty until then.
    private ChatResponseUpdate? _growing;

    public int Count => _updates.Count;

    public void Add(ChatResponseUpdate update)
    {
        var text = PieceOf(update);
        if (text is not null && _growing is not null && Continues(_growing, update))
        {
            _text.Append(text);
            return;
        }

        EndText();
        var copy = MessageCopy.Of(update);
        _updates.Add(copy);
        if (text is not null)
        {
            _growing = copy;
            _text.Append(text);
        }
    }

    public ChatResponse ToResponse()
    {
        EndText();
        return _updates.ToChatResponse();
    }

    /// <summary>The text of an update that is nothing but a piece of a text.</summary>
    private static string? PieceOf(ChatResponseUpdate update) =>
        update is { AdditionalProperties: null, FinishReason: null, ContinuationToken: null, Contents: [TextContent text] }
        && text.GetType() == typeof(TextContent)
        && text is { AdditionalProperties: null, Annotations: null }
            ? text.Text
            : null;

    private static bool Continues(ChatResponseUpdate first, ChatResponseUpdate next) =>
        next.Role == first.Role
        && next.MessageId == first.MessageId
        && next.ResponseId == first.ResponseId
        && next.ModelId == first.ModelId
        && next.AuthorName == first.AuthorName
        && next.CreatedAt == first.CreatedAt;

    private void EndText()
    {
        if (_growing is not null)
        {
            _growing.Contents = [new TextContent(_text.ToString())];
            _text.Clear();
            _growing = null;
        }
    }
}
