namespace PromptKit.Tests.Sessions;

public class RequestMessagesTests
{
    private static readonly HistorySnapshot s_history = HistorySnapshot.Empty.Append([
        HistoryEntry.Of(new ChatMessage(ChatRole.User, "u")),
        HistoryEntry.Of(new ChatMessage(ChatRole.Assistant, "a")),
    ]);

    private readonly RequestMessages _messages = new(
        new Preamble([new ChatMessage(ChatRole.System, "s")]),
        s_history,
        [new ChatMessage(ChatRole.User, "n")]
    );

    [Fact]
    public void EveryWayOfReading_GivesTheSameMessages()
    {
        var copy = new ChatMessage[_messages.Count + 1];
        _messages.CopyTo(copy, 1);

        Assert.Equal(["system: s", "user: u", "assistant: a", "user: n"], _messages.Lines());
        Assert.Equal(_messages, copy[1..]);
        Assert.Equal(_messages, Enumerable.Range(0, _messages.Count).Select(index => _messages[index]));
        Assert.Equal(_messages, _messages.ToList());
        Assert.Equal(2, _messages.IndexOf(_messages[2]));
        Assert.DoesNotContain(new ChatMessage(ChatRole.User, "u"), _messages);
    }

    [Fact]
    public void WhatFollowsTheHistoryInThePreamble_FollowsTheNewMessages()
    {
        var preamble = new Preamble([new ChatMessage(ChatRole.System, "s"), new ChatMessage(ChatRole.System, "behind")])
        {
            HistoryPosition = 1,
        };
        var messages = new RequestMessages(preamble, s_history, [new ChatMessage(ChatRole.User, "n")]);

        Assert.Equal(["system: s", "user: u", "assistant: a", "user: n", "system: behind"], messages.Lines());
        Assert.Equal(4, messages.IndexOf(preamble.Messages[1]));
    }

    [Fact]
    public void ItIsReadOnly()
    {
        IList<ChatMessage> list = _messages;
        var message = new ChatMessage(ChatRole.User, "x");

        Assert.True(list.IsReadOnly);
        Assert.Throws<NotSupportedException>(() => list.Add(message));
        Assert.Throws<NotSupportedException>(() => list.Insert(0, message));
        Assert.Throws<NotSupportedException>(() => list.Remove(message));
        Assert.Throws<NotSupportedException>(() => list.RemoveAt(0));
        Assert.Throws<NotSupportedException>(() => list[0] = message);
        Assert.Throws<NotSupportedException>(list.Clear);
        Assert.Throws<ArgumentOutOfRangeException>(() => list[4]);
    }

    [Fact]
    public async Task ATurn_CostsTheSame_HoweverLongTheHistoryIs()
    {
        // The client reads nothing, so what is counted is what PromptKit itself does.
        var answer = Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, "ok")));
        var chat = new Session(new FakeChatClient { Respond = (_, _, _) => answer }).Chat();

        var early = await BytesOfTurnsAsync(chat);
        for (var turn = 0; turn < 10_000; turn++)
        {
            await chat.SendAsync("hi", TestContext.Current.CancellationToken);
        }

        var late = await BytesOfTurnsAsync(chat);
        Assert.InRange(late, 0, early + (early / 4));
    }

    private static async Task<long> BytesOfTurnsAsync(Chat chat)
    {
        const int Turns = 64;
        await chat.SendAsync("warm up", TestContext.Current.CancellationToken);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var turn = 0; turn < Turns; turn++)
        {
            await chat.SendAsync("hi", TestContext.Current.CancellationToken);
        }

        return (GC.GetAllocatedBytesForCurrentThread() - before) / Turns;
    }
}
