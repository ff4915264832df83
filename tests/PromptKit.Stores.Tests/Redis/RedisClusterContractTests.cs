using PromptKit.Testing;
using StackExchange.Redis;

namespace PromptKit.Stores.Tests.Redis;

public sealed class RedisClusterContractTests(RedisCluster cluster) : ContractTests, IClassFixture<RedisCluster>
{
    private readonly string _prefix = $"test:{Guid.NewGuid():N}";

    [Fact]
    public async Task TheServerIsACluster()
    {
        var connection = await cluster.ConnectAsync();
        Assert.Equal(ServerType.Cluster, connection.GetServers()[0].ServerType);

        // Not only by name: what is in two slots cannot be written at once.
        RedisKey[] keys = ["a", "b"];
        await Assert.ThrowsAnyAsync<RedisException>(() =>
            connection.GetServers()[0].ExecuteAsync("EVAL", "return 1", "2", keys[0], keys[1])
        );
    }

    protected override async ValueTask<ISessionStore> OpenAsync(SessionStoreRequest request)
    {
        var options = new RedisSessionStoreOptions
        {
            KeyPrefix = _prefix,
            TimeProvider = request.TimeProvider,
            SlidingExpiration = request.SlidingExpiration,
        };
        return new RedisSessionStore(await cluster.ConnectAsync(), options);
    }
}
