using System.Globalization;
using StackExchange.Redis;

namespace PromptKit.Benchmarks.Stores.HandWritten;

/// <summary>The fields of the hash and the entry of the index, in MULTI and EXEC on the shared connection.</summary>
internal sealed class HandWrittenRedis(ConnectionMultiplexer connection, string prefix) : IHandWritten
{
    public async Task WriteAsync(SessionCommit turn)
    {
        var thread = turn.Threads[0];
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() * 1000;
        var row = string.Create(
            CultureInfo.InvariantCulture,
            $"{thread.ExpectedLength + thread.Messages.Count} {thread.ExpectedRevision + 1} {turn.CommitId}"
        );
        List<HashEntry> fields = [new($"t:{thread.Thread}", row), new($"p:{thread.Thread}", thread.Properties)];
        for (var index = 0; index < thread.Messages.Count; index++)
        {
            fields.Add(new HashEntry(Field('m', thread.Thread, thread.ExpectedLength + index), thread.Messages[index]));
        }

        fields.Add(new HashEntry(Field('c', thread.Thread, thread.ExpectedLength), turn.CommitId));
        fields.Add(new HashEntry("ut", now));
        fields.Add(new HashEntry("e", ""));
        var transaction = connection.GetDatabase().CreateTransaction();
        _ = transaction.HashSetAsync($"{prefix}:session:{turn.SessionId}", [.. fields]);
        _ = transaction.SortedSetAddAsync($"{prefix}:index", turn.SessionId, -now);
        if (!await transaction.ExecuteAsync().ConfigureAwait(false))
        {
            throw new InvalidOperationException("The messages were not written.");
        }
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private static string Field(char kind, string thread, long position) =>
        string.Create(CultureInfo.InvariantCulture, $"{kind}:{thread}:{position}");
}
