using System.Globalization;
using StackExchange.Redis;

namespace PromptKit;

/// <summary>The scripts, and what goes into them.</summary>
internal static class RedisScripts
{
    public static readonly string Commit = Read("Commit.lua");
    public static readonly string Open = Read("Open.lua");
    public static readonly string Delete = Read("Delete.lua");

    public static RedisValue[] CommitValues(SessionCommit commit, long now, TimeSpan? slidingExpiration)
    {
        var values = new List<RedisValue>
        {
            commit.Creates ? "1" : "0",
            commit.Generation,
            commit.FormatVersion,
            commit.CommitId,
            now,
            StoreTime.Expiry(now, slidingExpiration) is { } expires ? expires : "",
            slidingExpiration is { } span ? (long)span.TotalMilliseconds : "",
            commit.State is null ? "0" : "1",
            commit.State?.ExpectedVersion ?? 0,
            commit.State?.State ?? ReadOnlyMemory<byte>.Empty,
            commit.SessionId,
            commit.Threads.Count,
        };
        foreach (var thread in commit.Threads)
        {
            values.Add(thread.Thread);
            values.Add(thread.ExpectedLength);
            values.Add(thread.ExpectedRevision);
            values.Add(thread.Properties);
            values.Add(thread.TurnId is { } turnId ? Turn(turnId) : "");
            values.Add(thread.Messages.Count);
            foreach (var message in thread.Messages)
            {
                values.Add(message);
            }
        }

        return [.. values];
    }

    public static string MessageField(string thread, long position) =>
        string.Create(CultureInfo.InvariantCulture, $"m:{thread}:{position}");

    public static string TurnField(string thread, string turnId) => $"u:{thread}:{Turn(turnId)}";

    private static string Turn(string turnId) => Convert.ToHexStringLower(KeyHash.OfTurn(turnId));

    private static string Read(string name)
    {
        using var stream = typeof(RedisScripts).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
