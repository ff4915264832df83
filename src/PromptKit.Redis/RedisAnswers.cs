using System.Globalization;
using StackExchange.Redis;

namespace PromptKit;

/// <summary>What the scripts answer.</summary>
internal static class RedisAnswers
{
    /// <summary>The layout of the hash that this version writes. It reads this one and every earlier one.</summary>
    private const int Layout = 1;

    private const int NewerLayout = 5;
    private const int FieldsOfSession = 7;
    private const int FieldsOfThread = 3;

    /// <exception cref="NotSupportedException">The session has a newer layout.</exception>
    public static StoredSession ToSession(string id, RedisValue[] answer)
    {
        if (answer.Length < FieldsOfSession)
        {
            throw Newer(id, answer[0]);
        }

        var threads = new List<StoredThread>((answer.Length - FieldsOfSession) / FieldsOfThread);
        for (var at = FieldsOfSession; at < answer.Length; at += FieldsOfThread)
        {
            var row = answer[at + 1].ToString().Split(' ', 3);
            threads.Add(
                new StoredThread
                {
                    Name = answer[at].ToString(),
                    Length = long.Parse(row[0], CultureInfo.InvariantCulture),
                    Revision = long.Parse(row[1], CultureInfo.InvariantCulture),
                    Properties = (ReadOnlyMemory<byte>)answer[at + 2],
                }
            );
        }

        return new StoredSession
        {
            Id = id,
            Generation = answer[1].ToString(),
            FormatVersion = (int)answer[2],
            CreatedAt = StoreTime.FromMicroseconds((long)answer[3]),
            UpdatedAt = StoreTime.FromMicroseconds((long)answer[4]),
            StateVersion = (long)answer[5],
            State = (ReadOnlyMemory<byte>)answer[6],
            Threads = threads,
        };
    }

    /// <exception cref="NotSupportedException">The session has a newer layout.</exception>
    public static CommitResult ToResult(string id, RedisValue[] answer) =>
        (int)answer[0] switch
        {
            (int)CommitStatus.Applied => CommitResult.Applied,
            (int)CommitStatus.Repeated => CommitResult.Repeated,
            (int)CommitStatus.Conflict when answer[1].IsNullOrEmpty => CommitResult.StateConflict((long)answer[2]),
            (int)CommitStatus.Conflict => CommitResult.ThreadConflict(answer[1].ToString(), (long)answer[2]),
            (int)CommitStatus.Exists => CommitResult.Exists,
            NewerLayout => throw Newer(id, answer[2]),
            _ => CommitResult.Missing,
        };

    /// <exception cref="NotSupportedException">The session has a newer layout.</exception>
    public static bool ToDeleted(string id, RedisValue[] answer)
    {
        CheckLayout(id, answer[1]);
        return (bool)answer[0];
    }

    /// <param name="id">The session's id.</param>
    /// <param name="layout">What its hash says; nothing when there is no session.</param>
    /// <exception cref="NotSupportedException">The session has a newer layout.</exception>
    public static void CheckLayout(string id, RedisValue layout)
    {
        if (!layout.IsNullOrEmpty && (int)layout > Layout)
        {
            throw Newer(id, layout);
        }
    }

    private static NotSupportedException Newer(string id, RedisValue layout) =>
        new($"The session '{id}' has the layout {layout}; this version of PromptKit reads up to {Layout}.");
}
