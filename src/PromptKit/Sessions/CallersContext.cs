using System.Runtime.CompilerServices;

namespace PromptKit;

/// <summary>
/// Tools and callbacks run without the caller's synchronization context, whether or not something before them really waited:
/// <c>await CallersContext.Leave()</c> goes on in the thread pool, unless there is no context to leave.
/// </summary>
/// <remarks>An awaiter of its own: a task may be complete before it is awaited, and then the caller's context goes on.</remarks>
internal readonly struct CallersContext : ICriticalNotifyCompletion
{
    public bool IsCompleted => SynchronizationContext.Current is null && TaskScheduler.Current == TaskScheduler.Default;

    public static CallersContext Leave() => default;

    public CallersContext GetAwaiter() => this;

    public void GetResult() { }

    public void OnCompleted(Action continuation) => ThreadPool.QueueUserWorkItem(static next => next(), continuation, preferLocal: true);

    public void UnsafeOnCompleted(Action continuation) =>
        ThreadPool.UnsafeQueueUserWorkItem(static next => next(), continuation, preferLocal: true);
}
