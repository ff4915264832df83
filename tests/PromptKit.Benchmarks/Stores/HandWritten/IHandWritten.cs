namespace PromptKit.Benchmarks.Stores.HandWritten;

/// <summary>
/// The same rows and keys as a store's, written by statements that check nothing: neither lengths nor versions, generations nor repeats.
/// </summary>
internal interface IHandWritten : IAsyncDisposable
{
    /// <summary>Writes a turn to a session and its thread, which exist.</summary>
    Task WriteAsync(SessionCommit turn);
}
