using PromptKit.Testing;

namespace PromptKit.Stores.Tests.Faults;

/// <summary>What an application does when its store was away, and what must be there afterwards.</summary>
internal static class Outage
{
    private const int MostAttempts = 50;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>
    /// Writes the round that could not be written, as often as it takes: a connection that is broken may only show it when it is used, and
    /// each attempt waits by itself for a new one.
    /// </summary>
    /// <returns>How many attempts failed.</returns>
    public static async Task<int> SaveAsync(Chat chat, ServerProgram server)
    {
        for (var failed = 0; ; failed++)
        {
            try
            {
                await chat.ResumeAsync(cancellationToken: Token);
                Assert.Equal(ChatStatus.Ready, chat.Status);
                return failed;
            }
            catch (SessionUnsavedException exception) when (failed < MostAttempts)
            {
                Assert.True(server.IsOwnError(exception.InnerException!), exception.ToString());
            }
        }
    }

    /// <summary>What somebody else finds in the store is what this chat has.</summary>
    public static async Task ExpectStoredAsync(ISessionStore store, Chat chat)
    {
        using var other = new ScriptedChatClient();
        var again = (await new SessionManager(other, store).OpenAsync("s", Token)).Chat();
        var read = await again.ReadAsync(0, int.MaxValue, Token);
        Assert.Equal(chat.Messages.Select(message => message.Text), read.Select(message => message.Text));
    }
}
