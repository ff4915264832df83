namespace PromptKit;

/// <inheritdoc cref="SqliteWork"/>
internal sealed class SqliteWork<TResult>(Func<SqliteCommits, TResult> run, CancellationToken cancellationToken)
    : SqliteWork(cancellationToken)
{
    // Whoever waits goes on elsewhere: the writer has more to do.
    private readonly TaskCompletionSource<TResult> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TResult? _result;

    public Task<TResult> Task => _completion.Task;

    public override void Run(SqliteCommits commits) => _result = run(commits);

    public override void Complete() => _completion.SetResult(_result!);

    public override void Fail(Exception exception) => _completion.SetException(exception);

    public override void Cancel() => _completion.SetCanceled(CancellationToken);
}
