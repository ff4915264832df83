namespace PromptKit.Testing;

/// <summary>One law of the <see cref="SessionStoreContract"/>.</summary>
/// <remarks>Immutable.</remarks>
public sealed class SessionStoreLaw
{
    private readonly Func<StoreUnderTest, Task> _check;

    internal SessionStoreLaw(string name, Func<StoreUnderTest, Task> check)
    {
        Name = name;
        _check = check;
    }

    /// <summary>What holds, such as <c>ALateCommit_DoesNotReviveADeletedSession</c>.</summary>
    public string Name { get; }

    /// <summary>Checks it.</summary>
    /// <param name="openStore">As for <see cref="SessionStoreContract.CheckAsync"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>A task that is done when the law was found to hold.</returns>
    /// <exception cref="SessionStoreContractException">The store breaks the law.</exception>
    public async Task CheckAsync(
        Func<SessionStoreRequest, ValueTask<ISessionStore>> openStore,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(openStore);
        var store = new StoreUnderTest(Name, openStore, cancellationToken);
        await using (store.ConfigureAwait(false))
        {
            await _check(store).ConfigureAwait(false);
        }
    }

    /// <summary>Gives <see cref="Name"/>.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Name;
}
