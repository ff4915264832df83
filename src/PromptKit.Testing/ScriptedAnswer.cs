using System.Globalization;
using System.Runtime.ExceptionServices;
using Microsoft.Extensions.AI;

namespace PromptKit.Testing;

/// <summary>A reply given to one request: with contents of its own, ids, and its usage counted.</summary>
internal sealed class ScriptedAnswer
{
    private readonly ScriptedReply _reply;
    private readonly List<AIContent> _contents;
    private readonly string _responseId;
    private readonly string _messageId;
    private readonly string _modelId;

    public ScriptedAnswer(ScriptedRequest request, ScriptedReply reply, int number, string modelId, Func<string> nextCallId)
    {
        Request = request;
        _reply = reply;
        _contents = [.. reply.Contents.Select(content => Copy(content, nextCallId))];
        _responseId = string.Create(CultureInfo.InvariantCulture, $"response_{number}");
        _messageId = string.Create(CultureInfo.InvariantCulture, $"message_{number}");
        _modelId = modelId;
    }

    public ScriptedRequest Request { get; }

    private ChatFinishReason FinishReason =>
        _reply.FinishReason
        ?? (_contents.Exists(content => content is FunctionCallContent) ? ChatFinishReason.ToolCalls : ChatFinishReason.Stop);

    private UsageDetails Usage => _reply.Usage ?? TokenEstimate.Of(Request.Messages, _contents);

    public void ThrowIfFailed()
    {
        if (_reply.Error is { } error)
        {
            ExceptionDispatchInfo.Throw(error);
        }
    }

    public ChatResponse ToResponse()
    {
        ThrowIfFailed();
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, _contents) { MessageId = _messageId })
        {
            ResponseId = _responseId,
            ModelId = _modelId,
            FinishReason = FinishReason,
            Usage = Usage,
        };
    }

    /// <summary>A failing answer has no finish reason and no usage: it breaks off.</summary>
    public IEnumerable<ChatResponseUpdate> ToUpdates(int chunkSize)
    {
        foreach (var content in _contents)
        {
            if (content is TextContent text)
            {
                foreach (var chunk in Chunks(text.Text, chunkSize))
                {
                    yield return Update(new TextContent(chunk));
                }
            }
            else
            {
                yield return Update(content);
            }
        }

        if (_reply.Error is null)
        {
            var last = Update();
            last.FinishReason = FinishReason;
            yield return last;
            yield return Update(new UsageContent(Usage));
        }
    }

    private static IEnumerable<string> Chunks(string text, int size)
    {
        for (var start = 0; start < text.Length; )
        {
            var end = Math.Min(start + size, text.Length);
            if (end < text.Length && char.IsSurrogatePair(text, end - 1))
            {
                end++;
            }

            yield return text[start..end];
            start = end;
        }
    }

    // Function invocation marks the calls it has run, so that each answer needs its own.
    private static AIContent Copy(AIContent content, Func<string> nextCallId) =>
        content switch
        {
            FunctionCallContent call => new FunctionCallContent(
                call.CallId.Length > 0 ? call.CallId : nextCallId(),
                call.Name,
                Copy(call.Arguments)
            ),
            TextContent text => new TextContent(text.Text),
            _ => content,
        };

    private static Dictionary<string, object?>? Copy(IDictionary<string, object?>? arguments) => arguments is null ? null : new(arguments);

    private ChatResponseUpdate Update(params AIContent[] contents) =>
        new(ChatRole.Assistant, [.. contents])
        {
            ResponseId = _responseId,
            MessageId = _messageId,
            ModelId = _modelId,
        };
}
