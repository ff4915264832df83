namespace PromptKit;

/// <summary>A thread's row, as far as a commit has to know it.</summary>
internal sealed record SqliteThread(long Key, long Length, long Revision, string LastCommit);
