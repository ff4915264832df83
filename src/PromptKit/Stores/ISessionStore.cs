namespace PromptKit;

/// <summary>Where sessions persist. What is stored is opaque to a store: it keeps bytes, lengths and versions.</summary>
/// <remarks>
/// <para>
/// A thread is a log: messages are appended and never changed. A commit appends to any number of threads and replaces the state, all
/// or nothing, and only if nobody wrote to them since they were read: <see cref="CommitResult"/> says so without an exception.
/// Exceptions are for input and output that failed: then the outcome is unknown, and the same commit is tried again under the same id.
/// </para>
/// <para>
/// Order is the position in the log, never a clock. All members are safe to use from several threads and processes at once. A store
/// keeps nothing of the arrays it is given and gives none that a caller could change.
/// </para>
/// </remarks>
public interface ISessionStore
{
    /// <summary>Reads a session without its messages: what it costs does not depend on the length of its threads.</summary>
    /// <param name="sessionId">The session's id; ids are compared ordinally.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The session; <see langword="null"/> when there is none, or when it has expired.</returns>
    ValueTask<StoredSession?> OpenAsync(string sessionId, CancellationToken cancellationToken = default);

    /// <summary>Reads messages of one thread, in order.</summary>
    /// <param name="sessionId">The session's id.</param>
    /// <param name="thread">The thread's name.</param>
    /// <param name="from">The position of the first message, from 0.</param>
    /// <param name="max">How many messages at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The messages, without gaps; none when session or thread do not exist or are shorter.</returns>
    IAsyncEnumerable<StoredMessage> ReadAsync(
        string sessionId,
        string thread,
        long from,
        int max,
        CancellationToken cancellationToken = default
    );

    /// <summary>Finds a turn by its id: what it costs does not depend on the length of the thread.</summary>
    /// <param name="sessionId">The session's id.</param>
    /// <param name="thread">The thread's name.</param>
    /// <param name="turnId">A <see cref="ThreadCommit.TurnId"/>, compared ordinally.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>
    /// The position of the turn's first message; <see langword="null"/> when no commit of this thread named the turn. Should several have
    /// named it, the first of them counts.
    /// </returns>
    ValueTask<long?> FindTurnAsync(string sessionId, string thread, string turnId, CancellationToken cancellationToken = default);

    /// <summary>Writes a commit: all of it or nothing.</summary>
    /// <param name="commit">What to write, and what it relies on.</param>
    /// <param name="cancellationToken">Gives up; whether the commit was written is then unknown.</param>
    /// <returns>
    /// Checked in this order: <see cref="CommitStatus.Missing"/> or <see cref="CommitStatus.Exists"/>,
    /// <see cref="CommitStatus.Repeated"/>, <see cref="CommitStatus.Conflict"/>, <see cref="CommitStatus.Applied"/>. A creation that is
    /// repeated is <see cref="CommitStatus.Repeated"/>.
    /// </returns>
    ValueTask<CommitResult> CommitAsync(SessionCommit commit, CancellationToken cancellationToken = default);

    /// <summary>Deletes a session with all its threads. A commit of a turn that still runs is answered by <see cref="CommitStatus.Missing"/>.</summary>
    /// <param name="sessionId">The session's id.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether there was one.</returns>
    ValueTask<bool> DeleteAsync(string sessionId, CancellationToken cancellationToken = default);

    /// <summary>Lists sessions: those written last come first, equal times by id, in the order of code points.</summary>
    /// <param name="query">Which sessions, and how many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>
    /// The sessions. A list may lag behind the commits, but never has a deleted session. Of a list that is read page by page, a session that is
    /// written to meanwhile may be missing, for its place is now before what was read; every other one is there once.
    /// </returns>
    IAsyncEnumerable<SessionSummary> ListAsync(SessionQuery query, CancellationToken cancellationToken = default);
}
