using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace PromptKit;

/// <summary>
/// The one writer of a file in this process: a thread of its own, because SQLite's calls block. Everything that waits is written in one
/// transaction (group commit), so that many writers share the disk's slowest step.
/// </summary>
internal sealed class SqliteWriter : IDisposable
{
    private const int LargestGroup = 256;

    private readonly BlockingCollection<SqliteWork> _queue = [];
    private readonly SqliteConnections _connections;
    private readonly Thread _thread;
    private SqliteConnection? _connection;
    private SqliteCommits? _commits;

    public SqliteWriter(SqliteConnections connections)
    {
        _connections = connections;
        _thread = new Thread(Run) { IsBackground = true, Name = "PromptKit.Sqlite" };
        _thread.Start();
    }

    /// <summary>Writes. Once begun it is not cancelled any more: the outcome is known.</summary>
    public Task<TResult> RunAsync<TResult>(Func<SqliteCommits, TResult> run, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var work = new SqliteWork<TResult>(run, cancellationToken);
        try
        {
            _queue.Add(work, CancellationToken.None);
        }
        catch (InvalidOperationException exception)
        {
            throw new ObjectDisposedException($"This {nameof(SqliteSessionStore)} was disposed of.", exception);
        }

        return work.Task;
    }

    /// <summary>Writes what is queued, and ends.</summary>
    public void Dispose()
    {
        _queue.CompleteAdding();
        _thread.Join();
        _queue.Dispose();
    }

    private void Run()
    {
        var group = new List<SqliteWork>();
        foreach (var first in _queue.GetConsumingEnumerable())
        {
            group.Clear();
            Add(group, first);
            while (group.Count < LargestGroup && _queue.TryTake(out var next))
            {
                Add(group, next);
            }

            if (group.Count > 0)
            {
                WriteAndAnswer(group);
            }
        }

        Close();
    }

    private static void Add(List<SqliteWork> group, SqliteWork work)
    {
        if (work.CancellationToken.IsCancellationRequested)
        {
            work.Cancel();
        }
        else
        {
            group.Add(work);
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever goes wrong is the answer to those who wait; the writer goes on.")]
    private void WriteAndAnswer(List<SqliteWork> group)
    {
        var failures = new Exception?[group.Count];
        try
        {
            var connection = _connection ??= _connections.Open();
            Write(connection, group, failures);
        }
        catch (Exception exception)
        {
            Close();
            Array.Fill(failures, exception);
        }

        for (var index = 0; index < group.Count; index++)
        {
            if (failures[index] is { } failure)
            {
                group[index].Fail(failure);
            }
            else
            {
                group[index].Complete();
            }
        }
    }

    private void Write(SqliteConnection connection, List<SqliteWork> group, Exception?[] failures)
    {
        var commits = _commits ??= new SqliteCommits(connection);
        commits.Begin();
        for (var index = 0; index < group.Count; index++)
        {
            try
            {
                commits.Savepoint.Execute();
                group[index].Run(commits);
                commits.Release.Execute();
            }
            // This one failed; the others of the group are not its business, unless SQLite has rolled everything back (a full disk).
            catch (Exception exception) when (raw.sqlite3_get_autocommit(connection.Handle) == 0)
            {
                commits.RollbackToSavepoint.Execute();
                commits.Release.Execute();
                failures[index] = exception;
            }
        }

        commits.End.Execute();
    }

    // Closing a connection rolls back what it had not committed.
    private void Close()
    {
        _commits?.Dispose();
        _connection?.Dispose();
        _commits = null;
        _connection = null;
    }
}
