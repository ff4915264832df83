namespace PromptKit;

/// <content>Tool calls that wait for a decision.</content>
public partial class Chat
{
    /// <summary>The calls that wait for a decision, as they are now, in the order of the calls. The list never changes.</summary>
    public IReadOnlyList<PendingApproval> PendingApprovals =>
        [
            .. (_thread.Head.Properties.Calls ?? [])
                .Where(call => call.IsOpen && !(call.IsStarted && _thread.RunsApprovedCalls))
                .Select(call => new PendingApproval(_session, _thread.Name, call)),
        ];

    /// <summary>Lets a call run, with its stored arguments, as soon as all are decided and <see cref="ResumeAsync"/> is called.</summary>
    /// <param name="request">The call, from <see cref="PendingApprovals"/>.</param>
    /// <param name="cancellationToken">Gives up; the decision may be stored all the same.</param>
    /// <returns>Completes when the decision is stored.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException">It does not wait any more: it was decided, or the user wrote instead.</exception>
    /// <exception cref="SessionConflictException">Somebody else wrote to the thread in between; nothing was decided.</exception>
    /// <exception cref="SessionNotFoundException">The session was deleted.</exception>
    public Task ApproveAsync(PendingApproval request, CancellationToken cancellationToken = default) =>
        DecideAsync(request, isApproved: true, reason: null, cancellationToken);

    /// <summary>Keeps a call from running; the model is told so when <see cref="ResumeAsync"/> is called.</summary>
    /// <param name="request">The call, from <see cref="PendingApprovals"/>.</param>
    /// <param name="reason">Why, for the model. Default: no reason.</param>
    /// <param name="cancellationToken">Gives up; the decision may be stored all the same.</param>
    /// <returns>Completes when the decision is stored.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException">It does not wait any more: it was decided, or the user wrote instead.</exception>
    /// <exception cref="SessionConflictException">Somebody else wrote to the thread in between; nothing was decided.</exception>
    /// <exception cref="SessionNotFoundException">The session was deleted.</exception>
    public Task RejectAsync(PendingApproval request, string? reason = null, CancellationToken cancellationToken = default) =>
        DecideAsync(request, isApproved: false, reason, cancellationToken);

    private async Task DecideAsync(PendingApproval request, bool isApproved, string? reason, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        TurnScope.ThrowIfHeld(_thread);
        await _thread.Turns.EnterAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await _session.Log.SaveAsync(_thread).ConfigureAwait(false);
            await _session.Log.LoadAsync(_thread, cancellationToken).ConfigureAwait(false);
            var properties = _thread.Head.Properties;
            var calls = (properties.Calls ?? []).ToList();
            var index = calls.FindIndex(call => call.IsOpen && request.IsFor(_session, _thread.Name, call));
            if (index < 0)
            {
                throw new InvalidOperationException($"The call {request} does not wait for a decision on the thread '{_thread.Name}'.");
            }

            calls[index] = calls[index].Decide(isApproved, reason);
            await _session.Log.CommitOrDropAsync(_thread, properties with { Calls = calls }).ConfigureAwait(false);
        }
        finally
        {
            _thread.Turns.Leave();
        }
    }
}
