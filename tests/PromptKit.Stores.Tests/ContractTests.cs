using PromptKit.Testing;

namespace PromptKit.Stores.Tests;

/// <summary>The laws that every store must hold, as tests of one of them.</summary>
public abstract class ContractTests
{
    public static TheoryData<string> Laws => [.. SessionStoreContract.Laws.Select(law => law.Name)];

    [Theory]
    [MemberData(nameof(Laws))]
    public Task TheLawHolds(string law) => SessionStoreContract.CheckAsync(law, OpenAsync, TestContext.Current.CancellationToken);

    protected abstract ValueTask<ISessionStore> OpenAsync(SessionStoreRequest request);
}
