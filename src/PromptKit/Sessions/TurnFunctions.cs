using Microsoft.Extensions.AI;

namespace PromptKit;

/// <summary>Runs the tools of one turn, with the settings of the function invocation in the caller's pipeline if there is one.</summary>
internal sealed class TurnFunctions : FunctionInvokingChatClient
{
    private readonly TurnRun _run;

    public TurnFunctions(TurnRun run, SessionServices services)
        : base(new TurnComposer(run), services.LoggerFactory, run.ToolServices.Provider)
    {
        _run = run;

        // The turn counts the rounds itself: at its limit, function invocation would make one more call.
        MaximumIterationsPerRequest = int.MaxValue;
        if (run.Agent.Invoking is { } theirs)
        {
            AdditionalTools = theirs.AdditionalTools;
            AllowConcurrentInvocation = theirs.AllowConcurrentInvocation;
            FunctionInvoker = theirs.FunctionInvoker;
            IncludeDetailedErrors = theirs.IncludeDetailedErrors;
            MaximumConsecutiveErrorsPerRequest = theirs.MaximumConsecutiveErrorsPerRequest;
            TerminateOnUnknownCalls = theirs.TerminateOnUnknownCalls;
        }
    }

    /// <summary>What function invocation is told: the tools, and nothing of the request, which is the composer's.</summary>
    public ChatOptions? Options => _run.Agent.Tools.Runnable is { Count: > 0 } tools ? new() { Tools = [.. tools] } : null;

    protected override async ValueTask<object?> InvokeFunctionAsync(FunctionInvocationContext context, CancellationToken cancellationToken)
    {
        // A call that has not started leaves no doubt about its outcome.
        cancellationToken.ThrowIfCancellationRequested();
        var slot = _run.Slot(context.CallContent);
        TurnScope.Enter(new TurnScope(_run.Session, _run, slot));
        slot?.Start();
        try
        {
            var result = await base.InvokeFunctionAsync(context, cancellationToken).ConfigureAwait(false);
            var json = ToolResult.Of(result, context.Function.JsonSerializerOptions ?? SessionJson.Options);
            slot?.End(json ?? "Success: Function completed.");
            return json;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            slot?.End(IncludeDetailedErrors ? $"Error: Function failed. Exception: {exception.Message}" : "Error: Function failed.");
            throw;
        }
    }
}
