namespace PromptKit.Testing;

/// <summary>A store breaks a law of the <see cref="SessionStoreContract"/>.</summary>
/// <param name="law">The law.</param>
/// <param name="message">What was found instead.</param>
public sealed class SessionStoreContractException(string law, string message) : Exception($"{law}: {message}")
{
    /// <summary>The law's name.</summary>
    public string Law { get; } = law;
}
