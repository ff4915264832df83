namespace PromptKit;

/// <summary>The session objects in use. They are held weakly: one that nobody uses is made again when it is opened.</summary>
internal sealed class LiveSessions
{
    private const int FirstSweep = 256;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, WeakReference<Session>> _sessions = new(StringComparer.Ordinal);
    private int _nextSweep = FirstSweep;

    /// <summary>The object of a session, made if nobody uses it.</summary>
    /// <exception cref="InvalidOperationException">It is in use with another type of state.</exception>
    public TSession GetOrAdd<TSession>(string storeId, string generation, Func<TSession> make)
        where TSession : Session
    {
        lock (_lock)
        {
            if (_sessions.TryGetValue(storeId, out var found) && found.TryGetTarget(out var session) && session.Generation == generation)
            {
                return session as TSession
                    ?? throw new InvalidOperationException(
                        $"The session '{session.Id}' is in use as {session.GetType().Name} and cannot be opened as {typeof(TSession).Name}: "
                            + "open it with the same state everywhere."
                    );
            }

            var made = make();
            _sessions[storeId] = new WeakReference<Session>(made);
            Sweep();
            return made;
        }
    }

    private void Sweep()
    {
        if (_sessions.Count < _nextSweep)
        {
            return;
        }

        foreach (var (id, session) in _sessions)
        {
            if (!session.TryGetTarget(out _))
            {
                _sessions.Remove(id);
            }
        }

        _nextSweep = Math.Max(FirstSweep, _sessions.Count * 2);
    }
}
