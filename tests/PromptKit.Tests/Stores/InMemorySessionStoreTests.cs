using System.Text;

namespace PromptKit.Tests.Stores;

public class InMemorySessionStoreTests
{
    private readonly InMemorySessionStore _store = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WhatIsCommitted_IsReadBack_ByteByByte_InOrder()
    {
        byte[] all = [.. Enumerable.Range(0, 256).Select(value => (byte)value)];
        await CreateAsync("s");
        Assert.Equal(CommitStatus.Applied, (await _store.CommitAsync(Commit("s", 0, 0, all, "two"u8.ToArray()), Token)).Status);
        Assert.Equal(CommitStatus.Applied, (await _store.CommitAsync(Commit("s", 2, 1, "three"u8.ToArray()), Token)).Status);

        var messages = await _store.ReadAsync("s", "main", 0, 100, Token).ToListAsync(Token);
        Assert.Equal([0L, 1L, 2L], messages.Select(message => message.Position));
        Assert.Equal(all, messages[0].Payload.ToArray());
        Assert.Equal("three", Encoding.UTF8.GetString(messages[2].Payload.Span));
        Assert.Equal([1L], (await _store.ReadAsync("s", "main", 1, 1, Token).ToListAsync(Token)).Select(message => message.Position));
        Assert.Empty(await _store.ReadAsync("s", "main", 3, 10, Token).ToListAsync(Token));
        Assert.Empty(await _store.ReadAsync("s", "other", 0, 10, Token).ToListAsync(Token));
        Assert.Empty(await _store.ReadAsync("unknown", "main", 0, 10, Token).ToListAsync(Token));
    }

    [Fact]
    public async Task TheHeader_HasLengthsRevisionsAndState_AndNoMessages()
    {
        await CreateAsync("s");
        await _store.CommitAsync(Commit("s", 0, 0, "one"u8.ToArray()) with { State = new StateCommit(0, "{}"u8.ToArray()) }, Token);
        await _store.CommitAsync(Commit("s", 1, 1), Token);

        var header = (await _store.OpenAsync("s", Token))!;
        var thread = Assert.Single(header.Threads);
        Assert.Equal(("main", 1L, 2L), (thread.Name, thread.Length, thread.Revision));
        Assert.Equal("p2", Encoding.UTF8.GetString(thread.Properties.Span));
        Assert.Equal(1, header.StateVersion);
        Assert.Equal("{}", Encoding.UTF8.GetString(header.State.Span));
        Assert.Null(await _store.OpenAsync("unknown", Token));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(2, 1)]
    [InlineData(1, 0)]
    [InlineData(1, 2)]
    public async Task AStaleWriter_IsRefused_AndNothingIsWritten(long length, long revision)
    {
        await CreateAsync("s");
        await _store.CommitAsync(Commit("s", 0, 0, "one"u8.ToArray()), Token);

        var stale = Commit("s", length, revision, "two"u8.ToArray()) with { State = new StateCommit(0, "{}"u8.ToArray()) };
        Assert.Equal(CommitResult.ThreadConflict("main", 1), await _store.CommitAsync(stale, Token));

        var header = (await _store.OpenAsync("s", Token))!;
        Assert.Equal(1, header.Threads[0].Length);
        Assert.Equal(0, header.StateVersion);
    }

    [Fact]
    public async Task AStaleState_IsRefused_WithTheThreads()
    {
        await CreateAsync("s");
        await _store.CommitAsync(Commit("s", 0, 0) with { Threads = [], State = new StateCommit(0, "1"u8.ToArray()) }, Token);

        var stale = Commit("s", 0, 0, "one"u8.ToArray()) with { State = new StateCommit(0, "2"u8.ToArray()) };
        Assert.Equal(CommitResult.StateConflict(1), await _store.CommitAsync(stale, Token));
        Assert.Empty((await _store.OpenAsync("s", Token))!.Threads);
    }

    [Fact]
    public async Task ARepeat_IsRecognised_AlsoAfterLaterCommits()
    {
        await CreateAsync("s");
        var first = Commit("s", 0, 0, "one"u8.ToArray());
        await _store.CommitAsync(first, Token);
        Assert.Equal(CommitStatus.Repeated, (await _store.CommitAsync(first, Token)).Status);
        await _store.CommitAsync(Commit("s", 1, 1, "two"u8.ToArray()), Token);
        Assert.Equal(CommitStatus.Repeated, (await _store.CommitAsync(first, Token)).Status);

        var state = Commit("s", 0, 0) with { Threads = [], State = new StateCommit(0, "1"u8.ToArray()) };
        await _store.CommitAsync(state, Token);
        Assert.Equal(CommitStatus.Repeated, (await _store.CommitAsync(state, Token)).Status);
        Assert.Equal(2, (await _store.OpenAsync("s", Token))!.Threads[0].Length);
    }

    [Fact]
    public async Task ATurn_IsFoundByItsId()
    {
        await CreateAsync("s");
        await _store.CommitAsync(Turn("first", 0, 0, "one"u8.ToArray(), "two"u8.ToArray()), Token);
        await _store.CommitAsync(Turn("second", 2, 1, "three"u8.ToArray()), Token);
        await _store.CommitAsync(Turn("nothing said", 3, 2), Token);

        Assert.Equal(0, await _store.FindTurnAsync("s", "main", "first", Token));
        Assert.Equal(2, await _store.FindTurnAsync("s", "main", "second", Token));
        Assert.Null(await _store.FindTurnAsync("s", "main", "nothing said", Token));
        Assert.Null(await _store.FindTurnAsync("s", "main", "FIRST", Token));
        Assert.Null(await _store.FindTurnAsync("s", "other", "first", Token));
        Assert.Null(await _store.FindTurnAsync("unknown", "main", "first", Token));
    }

    [Fact]
    public void ATurnId_Has1To256Characters()
    {
        Assert.Throws<ArgumentException>(() => Turn("", 0, 0));
        Assert.Throws<ArgumentException>(() => Turn(new string('x', 257), 0, 0));
        Assert.Equal(256, Turn(new string('x', 256), 0, 0).Threads[0].TurnId!.Length);
    }

    [Fact]
    public async Task Creations_AreExclusive_AndTheirRepeatsRecognised()
    {
        var creation = await CreateAsync("s");
        Assert.Equal(CommitStatus.Repeated, (await _store.CommitAsync(creation, Token)).Status);
        Assert.Equal(
            CommitStatus.Exists,
            (await _store.CommitAsync(creation with { CommitId = "other", Generation = "other" }, Token)).Status
        );
    }

    [Fact]
    public async Task ALateCommit_DoesNotReviveADeletedSession()
    {
        await CreateAsync("s");
        Assert.True(await _store.DeleteAsync("s", Token));
        Assert.False(await _store.DeleteAsync("s", Token));
        Assert.Equal(CommitStatus.Missing, (await _store.CommitAsync(Commit("s", 0, 0, "one"u8.ToArray()), Token)).Status);

        await CreateAsync("s", "another generation");
        Assert.Equal(CommitStatus.Missing, (await _store.CommitAsync(Commit("s", 0, 0, "one"u8.ToArray()), Token)).Status);
        Assert.Empty((await _store.OpenAsync("s", Token))!.Threads);
    }

    [Fact]
    public async Task WhatCallersChangeAfterwards_IsNotChanged()
    {
        await CreateAsync("s");
        var payload = "one"u8.ToArray();
        await _store.CommitAsync(Commit("s", 0, 0, payload), Token);
        payload[0] = 0;

        Assert.Equal("one"u8.ToArray(), (await _store.ReadAsync("s", "main", 0, 1, Token).FirstAsync(Token)).Payload.ToArray());
    }

    [Fact]
    public async Task OfConcurrentCommits_OneWinsEachPosition()
    {
        await CreateAsync("s");
        var applied = 0;
        await Parallel.ForAsync(
            0,
            8,
            Token,
            async (_, token) =>
            {
                var (length, revision) = (0L, 0L);
                while (length < 200)
                {
                    var result = await _store.CommitAsync(Commit("s", length, revision, "m"u8.ToArray()), token);
                    Interlocked.Add(ref applied, result.Status == CommitStatus.Applied ? 1 : 0);
                    length = (await _store.OpenAsync("s", token))!.Threads[0].Length;
                    revision = length;
                }
            }
        );

        Assert.Equal(applied, (await _store.OpenAsync("s", Token))!.Threads[0].Length);
    }

    [Fact]
    public async Task ListsAreNewestFirst_ByPrefix_PageByPage()
    {
        foreach (var id in (string[])["a1", "a3", "b", "a2"])
        {
            await CreateAsync(id);
        }

        var query = new SessionQuery { IdPrefix = "a", Max = 2 };
        var all = await _store.ListAsync(query with { Max = 10 }, Token).ToListAsync(Token);
        var first = await _store.ListAsync(query, Token).ToListAsync(Token);
        var second = await _store.ListAsync(query with { ContinuationToken = first[^1].ContinuationToken }, Token).ToListAsync(Token);

        Assert.Equal(3, all.Count);
        Assert.Equal(all, [.. first, .. second]);
        Assert.Equal(all.OrderByDescending(row => row.UpdatedAt).ThenBy(row => row.Id, StringComparer.Ordinal), all);
        await Assert.ThrowsAsync<ArgumentException>(async () =>
            await _store.ListAsync(query with { ContinuationToken = "x" }, Token).ToListAsync(Token)
        );
    }

    private static SessionCommit Commit(string id, long length, long revision, params byte[][] messages) =>
        new()
        {
            SessionId = id,
            Generation = "g",
            CommitId = Guid.NewGuid().ToString("N"),
            FormatVersion = 1,
            Threads =
            [
                new ThreadCommit
                {
                    Thread = "main",
                    ExpectedLength = length,
                    ExpectedRevision = revision,
                    Messages = [.. messages.Select(message => new ReadOnlyMemory<byte>(message))],
                    Properties = Encoding.UTF8.GetBytes($"p{revision + 1}"),
                },
            ],
        };

    private static SessionCommit Turn(string turnId, long length, long revision, params byte[][] messages)
    {
        var commit = Commit("s", length, revision, messages);
        return commit with { Threads = [commit.Threads[0] with { TurnId = turnId }] };
    }

    private async Task<SessionCommit> CreateAsync(string id, string generation = "g")
    {
        var creation = new SessionCommit
        {
            SessionId = id,
            Generation = generation,
            CommitId = Guid.NewGuid().ToString("N"),
            FormatVersion = 1,
            Creates = true,
        };
        Assert.Equal(CommitStatus.Applied, (await _store.CommitAsync(creation, Token)).Status);
        return creation;
    }
}
