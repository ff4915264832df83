namespace PromptKit;

/// <summary>Lets one turn run at a time, in the order in which they asked. (SemaphoreSlim promises no order.)</summary>
internal sealed class TurnQueue
{
    private readonly Lock _lock = new();
    private readonly LinkedList<TaskCompletionSource> _waiting = [];
    private bool _busy;

    /// <summary>Takes a place in the queue, at once.</summary>
    /// <param name="cancellationToken">Gives the place up as long as the turn has not begun.</param>
    /// <returns>Completes when it is this turn's time; then <see cref="Leave"/> must be called.</returns>
    public Task EnterAsync(CancellationToken cancellationToken) => EnterAsync(throwsWhenBusy: false, cancellationToken);

    /// <inheritdoc cref="EnterAsync(CancellationToken)"/>
    /// <param name="throwsWhenBusy">Whether a place behind others is not wanted.</param>
    /// <param name="cancellationToken">Gives the place up as long as the turn has not begun.</param>
    /// <exception cref="InvalidOperationException">Another turn runs, and <paramref name="throwsWhenBusy"/> is set.</exception>
    public Task EnterAsync(bool throwsWhenBusy, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled(cancellationToken);
        }

        LinkedListNode<TaskCompletionSource> place;
        lock (_lock)
        {
            if (!_busy)
            {
                _busy = true;
                return Task.CompletedTask;
            }

            if (throwsWhenBusy)
            {
                throw new InvalidOperationException("Another turn runs on this thread, and this one was not to wait (WhenBusy.Throw).");
            }

            // Asynchronously, so that the turn that leaves does not run the next one on its own stack.
            place = _waiting.AddLast(new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        return WaitAsync(place, cancellationToken);
    }

    /// <summary>Begins a turn if no other runs or waits.</summary>
    public bool TryEnter()
    {
        lock (_lock)
        {
            return !_busy && (_busy = true);
        }
    }

    /// <summary>Ends the turn that runs.</summary>
    public void Leave()
    {
        TaskCompletionSource? next;
        lock (_lock)
        {
            next = _waiting.First?.Value;
            if (next is null)
            {
                _busy = false;
                return;
            }

            _waiting.RemoveFirst();
        }

        next.SetResult();
    }

    private async Task WaitAsync(LinkedListNode<TaskCompletionSource> place, CancellationToken cancellationToken)
    {
        using var registration = cancellationToken.UnsafeRegister((_, token) => GiveUp(place, token), null);
        await place.Value.Task.ConfigureAwait(false);
    }

    private void GiveUp(LinkedListNode<TaskCompletionSource> place, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            // No longer in the list: its time has come, and the turn itself deals with the cancellation.
            if (place.List is null)
            {
                return;
            }

            _waiting.Remove(place);
        }

        place.Value.SetCanceled(cancellationToken);
    }
}
