using Microsoft.Extensions.AI;

namespace PromptKit;

/// <summary>One user message, or resumption, and everything up to the final answer. Runs once.</summary>
/// <param name="session">Whose turn it is.</param>
/// <param name="thread">Where the turn queues, reads the history and commits.</param>
/// <param name="request">What the caller asked for.</param>
internal sealed class Turn(Session session, ChatThread thread, TurnRequest request)
{
    /// <summary>Whether the running code is part of a turn on this thread.</summary>
    public bool IsAroundThisCode => TurnScope.IsHeld(thread);

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
        var telemetry = TurnTelemetry.Start(session, thread);
        try
        {
            await CallersContext.Leave();
            if (await SeenAsync(run.PrepareAsync(cancellation.Token), telemetry).ConfigureAwait(false) is { } repeated)
            {
                known = UpdatesOf(repeated);
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

                telemetry?.Restore();
                var ended = await SeenAsync(isStopped ? run.StopAsync() : run.FinishAsync(), telemetry).ConfigureAwait(false);
                telemetry?.Ended(ended);
                reply.SetResult(ended);
            }
        }
        finally
        {
            await run.CloseAsync().ConfigureAwait(false);
            thread.Turns.Leave();

            // Here and not at the end: what is left is delivered at the reader's leisure, or never.
            telemetry?.Dispose();
            await run.ToolServices.DisposeAsync().ConfigureAwait(false);
        }

        foreach (var update in known.Concat(heldBack.All))
        {
            yield return update;
        }
    }

    /// <summary>A reply that is known already. Each of its messages would have the finish reason of the last.</summary>
    private static ChatResponseUpdate[] UpdatesOf(ChatReply reply)
    {
        var updates = reply.ToChatResponseUpdates();
        var last = Array.FindLastIndex(updates, update => update.FinishReason is not null);
        for (var index = 0; index < last; index++)
        {
            updates[index].FinishReason = null;
        }

        return updates;
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
                while (await MoveNextAsync(run, updates, cancellation, telemetry).ConfigureAwait(false))
                {
                    yield return updates.Current;
                    telemetry?.Restore();
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
        TurnRun run,
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

            // For clients that do not look at the token; where no finish reason comes, the answer's end is what ends the waiting for it.
            if (!run.HasAnswered)
            {
                cancellation.Token.ThrowIfCancellationRequested();
            }

            return moved;
        }
        catch (Exception exception) when (cancellation.IsStopped && exception is not (SessionUnsavedException or SessionConflictException))
        {
            return false;
        }
        catch (Exception exception) when (telemetry?.Saw(exception) ?? false)
        {
            throw;
        }
    }

    /// <summary>A step whose failure telemetry is to know of; an iterator cannot catch around its yields.</summary>
    private static ValueTask<T> SeenAsync<T>(ValueTask<T> step, TurnTelemetry? telemetry)
    {
        return telemetry is null ? step : AwaitAsync();

        async ValueTask<T> AwaitAsync()
        {
            try
            {
                return await step.ConfigureAwait(false);
            }
            catch (Exception exception) when (telemetry.Saw(exception))
            {
                throw;
            }
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
