using Microsoft.Extensions.AI;

namespace PromptKit;

/// <summary>One tool call of a round, and what became of it. Written by the tool's own flow, read when that has ended.</summary>
internal sealed class CallSlot(FunctionCallContent call, long position, int index)
{
    private volatile bool _hasStarted;
    private volatile bool _hasResult;
    private object? _result;

    public FunctionCallContent Call => call;

    /// <summary>Where the message that calls stands in the thread.</summary>
    public long Position => position;

    /// <summary>Which call of its answer it is, from 0.</summary>
    public int Index => index;

    public bool HasStarted => _hasStarted;

    public bool HasResult => _hasResult;

    public void Start() => _hasStarted = true;

    public void End(object? result)
    {
        _result = result;
        _hasResult = true;
    }

    public FunctionResultContent ToContent() =>
        new(
            call.CallId,
            _hasResult ? _result
                : _hasStarted ? ToolResult.Interrupted
                : ToolResult.Cancelled
        );
}
