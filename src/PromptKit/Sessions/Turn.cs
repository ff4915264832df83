using System.Diagnostics;
using Microsoft.Extensions.AI;

namespace PromptKit;

/// <summary>One user message, or resumption, and everything up to the final answer. Runs once.</summary>
/// <param name="session">Whose turn it is.</param>
/// <param name="thread">Where the turn queues, reads the history and commits.</param>
/// <param name="request">What the caller asked for.</param>
internal sealed class Turn(Session session, ChatThread thread, TurnRequest request)
{
    public async Task<ChatReply> RunAsync(CancellationToken cancellationToken)
    {
        await EnterAsync(cancellationToken).ConfigureAwait(false);
        var run = new TurnRun(session, thread, request);
        using var telemetry = TurnTelemetry.Start(session, thread);
        try
        {
            await CallersContext.Leave();
            if (await run.PrepareAsync(cancellationToken).ConfigureAwait(false) is { } known)
            {
                telemetry?.Ended(known);
                return known;
            }

            telemetry?.Began(run);
            do
            {
                var functions = new TurnFunctions(run, session.Services);
                await functions.GetResponseAsync(run.NewMessages, functions.Options, cancellationToken).ConfigureAwait(false);
            } while (run.TakeTransferred() || run.TakeCorrection());

            // The model has answered: from here on the token is no longer observed.
            var reply = await run.FinishAsync().ConfigureAwait(false);
            telemetry?.Ended(reply);
            return reply;
        }
        catch (Exception exception) when (telemetry?.Saw(exception) ?? false)
        {
            throw;
        }
        finally
        {
            await run.CloseAsync().ConfigureAwait(false);
            thread.Turns.Leave();
            await run.ToolServices.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Runs the turn as fast as the updates are read.</summary>
    /// <param name="reply">Set at the commit; failing it is the reader's part.</param>
    /// <param name="cancellation">Ends the turn early, in one way or the other.</param>
    public async IAsyncEnumerable<ChatResponseUpdate> StreamAsync(TaskCompletionSource<ChatReply> reply, TurnCancellation cancellation)
    {
        var heldBack = new HeldBackUpdates();
        IReadOnlyList<ChatResponseUpdate> known = [];
        await EnterAsync(cancellation.Token).ConfigureAwait(false);
        var run = new TurnRun(session, thread, request);
        using var telemetry = TurnTelemetry.Start(session, thread);
        try
        {
            if (await run.PrepareAsync(cancellation.Token).ConfigureAwait(false) is { } repeated)
            {
                known = repeated.ToChatResponseUpdates();
                reply.SetResult(repeated);
                telemetry?.Ended(repeated);
            }
            else
            {
                telemetry?.Began(run);
                await foreach (var update in AnswerAsync(run, cancellation, telemetry).ConfigureAwait(false))
                {
                    var isEnd = update.FinishReason is not null && !run.HasOpenCalls;
                    foreach (var free in heldBack.Add(update, isEnd))
                    {
                        yield return free;
                    }

                    if (isEnd && !run.MayAskAgain)
                    {
                        cancellation.Answered();
                    }
                }

                var isStopped = cancellation.IsStopped;
                if (!isStopped)
                {
                    cancellation.Answered();
                }

                var end = isStopped ? run.StopAsync() : run.FinishAsync();
                var ended = await end.ConfigureAwait(false);
                telemetry?.Ended(ended);
                reply.SetResult(ended);
            }
        }
        finally
        {
            await run.CloseAsync().ConfigureAwait(false);
            thread.Turns.Leave();
            await run.ToolServices.DisposeAsync().ConfigureAwait(false);
        }

        foreach (var update in known.Concat(heldBack.All))
        {
            yield return update;
        }
    }

    /// <summary>The updates of all agents that have a part in the turn, until the end or until it is stopped.</summary>
    private async IAsyncEnumerable<ChatResponseUpdate> AnswerAsync(TurnRun run, TurnCancellation cancellation, TurnTelemetry? telemetry)
    {
        bool goesOn;
        do
        {
            var functions = new TurnFunctions(run, session.Services);
            var updates = functions
                .GetStreamingResponseAsync(run.NewMessages, functions.Options, cancellation.Token)
                .GetAsyncEnumerator(cancellation.Token);
            await using (updates.ConfigureAwait(false))
            {
                while (await MoveNextAsync(updates, cancellation, telemetry).ConfigureAwait(false))
                {
                    yield return updates.Current;

                    // A yield forgets it (dotnet/runtime#47802); the spans of the next round belong below it.
                    if (telemetry?.Activity is { } activity)
                    {
                        Activity.Current = activity;
                    }
                }
            }

            goesOn = !cancellation.IsStopped && run.TakeTransferred();
            if (!goesOn && !cancellation.IsStopped && run.TakeCorrection())
            {
                goesOn = true;
                yield return new AttemptUpdate();
            }
        } while (goesOn);
    }

    private static async ValueTask<bool> MoveNextAsync(
        IAsyncEnumerator<ChatResponseUpdate> updates,
        TurnCancellation cancellation,
        TurnTelemetry? telemetry
    )
    {
        if (cancellation.IsStopped)
        {
            return false;
        }

        try
        {
            var moved = await updates.MoveNextAsync().ConfigureAwait(false);

            // For clients that do not look at the token.
            cancellation.Token.ThrowIfCancellationRequested();
            return moved;
        }
        catch (Exception exception) when (telemetry?.Saw(exception) ?? false)
        {
            throw;
        }
        catch (Exception exception) when (cancellation.IsStopped && exception is not (SessionUnsavedException or SessionConflictException))
        {
            return false;
        }
    }

    private Task EnterAsync(CancellationToken cancellationToken)
    {
        TurnScope.ThrowIfHeld(thread);
        var place = thread.Turns.EnterAsync(request.Send.WhenBusy == WhenBusy.Throw, cancellationToken);
        return place.IsCompleted ? place : WaitAsync(place);
    }

    private static async Task WaitAsync(Task place)
    {
        TurnTelemetry.Queued(1);
        try
        {
            await place.ConfigureAwait(false);
        }
        finally
        {
            TurnTelemetry.Queued(-1);
        }
    }
}
