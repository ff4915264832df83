using PromptKit.Testing;

namespace PromptKit.Stores.Tests.Redis;

public sealed class RedisContractTests(RedisServer server) : ContractTests
{
    private readonly string _prefix = $"test:{Guid.NewGuid():N}";

    protected override async ValueTask<ISessionStore> OpenAsync(SessionStoreRequest request)
    {
        var options = new RedisSessionStoreOptions
        {
            KeyPrefix = _prefix,
            TimeProvider = request.TimeProvider,
            SlidingExpiration = request.SlidingExpiration,
        };
        return new RedisSessionStore(await server.ConnectAsync(), options);
    }
}
