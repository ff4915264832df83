using PromptKit.Testing;

namespace PromptKit.Stores.Tests.KeyValue;

public sealed class MemoryKeyValueContractTests : ContractTests
{
    private readonly MemoryKeyValues _values = new();

    protected override ValueTask<ISessionStore> OpenAsync(SessionStoreRequest request) =>
        ValueTask.FromResult<ISessionStore>(new KeyValueSessionStore(_values, request.TimeProvider, request.SlidingExpiration));
}
