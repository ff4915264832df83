using PromptKit.Testing;

namespace PromptKit.Stores.Tests.KeyValue;

public sealed class FileKeyValueContractTests : ContractTests, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SemaphoreSlim _writing = new(1);

    public void Dispose()
    {
        _folder.Dispose();
        _writing.Dispose();
    }

    protected override ValueTask<ISessionStore> OpenAsync(SessionStoreRequest request) =>
        ValueTask.FromResult<ISessionStore>(
            new KeyValueSessionStore(new FileKeyValues(_folder.Path, _writing), request.TimeProvider, request.SlidingExpiration)
        );
}
