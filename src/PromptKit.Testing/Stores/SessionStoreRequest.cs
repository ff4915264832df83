namespace PromptKit.Testing;

/// <summary>How a law wants the store to be opened.</summary>
/// <param name="TimeProvider">The clock that the store is to use for the times of sessions. Its timers are the system's.</param>
/// <param name="SlidingExpiration">
/// How long after its last commit a session expires; <see langword="null"/> for never. A store that cannot expire sessions leaves out the
/// laws whose names begin with <c>Expiry_</c>.
/// </param>
public sealed record SessionStoreRequest(TimeProvider TimeProvider, TimeSpan? SlidingExpiration);
