using PromptKit.Testing;

namespace PromptKit.Stores.Tests.InMemory;

public sealed class InMemoryContractTests : ContractTests
{
    private InMemorySessionStore? _store;

    // In memory, the same data are the same object.
    protected override ValueTask<ISessionStore> OpenAsync(SessionStoreRequest request) =>
        ValueTask.FromResult<ISessionStore>(_store ??= new InMemorySessionStore(request.TimeProvider, request.SlidingExpiration));
}
