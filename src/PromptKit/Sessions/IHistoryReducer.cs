using Microsoft.Extensions.AI;

namespace PromptKit;

/// <summary>A reducer that says beforehand what it needs, so that a session asks it, and reads threads, no more than that.</summary>
/// <remarks>
/// Any <see cref="IChatReducer"/> will do for <see cref="SessionManagerOptions.HistoryReducer"/>. One that does not say these things is
/// asked at every turn, and its threads are read whole.
/// </remarks>
public interface IHistoryReducer : IChatReducer
{
    /// <summary>How many messages it leaves as they are: as long as a history has no more, the reducer is not asked.</summary>
    int MaxMessages { get; }

    /// <summary>
    /// How many of a thread's last messages it looks at, so that no others are read when a stored thread is first used;
    /// <see langword="null"/> when it needs all of them, to summarise them, say. (What it made of a thread is stored with the thread: a
    /// thread with a summary is read from where the summary ends.)
    /// </summary>
    int? TailLength { get; }
}
