namespace PromptKit;

/// <summary>With or without typed state: how a session object is made.</summary>
/// <param name="MakeState">Makes an empty state.</param>
/// <param name="Initial">The state to begin with; <see langword="null"/> for none.</param>
/// <param name="Make">Makes the session.</param>
internal sealed record SessionKind<TSession>(Func<SessionState> MakeState, object? Initial, Func<SessionOrigin, TSession> Make)
    where TSession : Session;
