namespace PromptKit.Testing;

/// <summary>
/// What every <see cref="ISessionStore"/> must do, as a list of laws: whoever writes a store proves it by checking each of them, in any
/// test framework.
/// </summary>
/// <remarks>
/// Every law uses session ids that no other law and no other run uses, so all of them may share a database with each other and with
/// anybody else. Laws may be checked at the same time.
/// </remarks>
public static class SessionStoreContract
{
    /// <summary>All laws.</summary>
    public static IReadOnlyList<SessionStoreLaw> Laws { get; } =
    [
        .. ReadingLaws.All,
        .. AtomicityLaws.All,
        .. GenerationLaws.All,
        .. RepeatLaws.All,
        .. ConcurrencyLaws.All,
        .. TurnLaws.All,
        .. ListingLaws.All,
        .. NamingLaws.All,
        .. IsolationLaws.All,
        .. CancellationLaws.All,
        .. ExpiryLaws.All,
    ];

    /// <summary>Checks one law.</summary>
    /// <param name="law">The <see cref="SessionStoreLaw.Name"/> of the law.</param>
    /// <param name="openStore">
    /// Opens the store. Called once or several times; all stores that it gives to one law must work on the same data, as several processes
    /// would. Each is disposed of when the law has been checked, if it can be.
    /// </param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>A task that is done when the law was found to hold.</returns>
    /// <exception cref="ArgumentException">There is no such law.</exception>
    /// <exception cref="SessionStoreContractException">The store breaks the law.</exception>
    public static Task CheckAsync(
        string law,
        Func<SessionStoreRequest, ValueTask<ISessionStore>> openStore,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(law);
        var found =
            Laws.FirstOrDefault(candidate => candidate.Name == law)
            ?? throw new ArgumentException($"There is no law '{law}'.", nameof(law));
        return found.CheckAsync(openStore, cancellationToken);
    }
}
