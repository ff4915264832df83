using PromptKit.Stores.Tests.Redis;
using PromptKit.Testing;

namespace PromptKit.Stores.Tests.KeyValue;

public sealed class RedisKeyValueContractTests(RedisServer server) : ContractTests
{
    private readonly string _prefix = $"test:{Guid.NewGuid():N}:";

    protected override async ValueTask<ISessionStore> OpenAsync(SessionStoreRequest request)
    {
        var values = new RedisKeyValues((await server.ConnectAsync()).GetDatabase(), _prefix);
        return new KeyValueSessionStore(values, request.TimeProvider, request.SlidingExpiration);
    }
}
