namespace PromptKit;

/// <summary>Something to write, and somebody who waits for it.</summary>
internal abstract class SqliteWork(CancellationToken cancellationToken)
{
    public CancellationToken CancellationToken => cancellationToken;

    /// <summary>Does it, inside of a transaction.</summary>
    public abstract void Run(SqliteCommits commits);

    /// <summary>The transaction was committed, or this part of it was rolled back.</summary>
    public abstract void Complete();

    public abstract void Fail(Exception exception);

    public abstract void Cancel();
}
