using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using PromptKit.Stores.Tests.Faults;
using PromptKit.Stores.Tests.PostgreSql;
using PromptKit.Stores.Tests.Redis;
using PromptKit.Testing;
using StackExchange.Redis;

namespace PromptKit.Stores.Tests;

/// <summary>Stores in an application's container: by a connection string, or on the connection that the application has anyway.</summary>
public sealed class RegistrationTests(PostgreSqlDatabase database, RedisServer server)
{
    private static readonly DateTimeOffset Then = new(2031, 2, 3, 4, 5, 6, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    [InlineData("redis")]
    public async Task AStoreOfAConnectionString_IsTheSessionStore_WithOptionsAndTheClockOfTheContainer(string engine)
    {
        using var place = StorePlace.New(engine);
        await ExpectAsync(services =>
            engine switch
            {
                "sqlite" => services.AddSqliteSessionStore(place.Connection, Expiring),
                "postgresql" => services.AddPostgreSqlSessionStore(place.Connection, options => Expiring(options, place.Space)),
                _ => services.AddRedisSessionStore(place.Connection, options => Expiring(options, place.Space)),
            }
        );
    }

    [Theory]
    [InlineData("postgresql")]
    [InlineData("redis")]
    public async Task AStoreOnTheConnectionOfTheContainer_LeavesItOpen(string engine)
    {
        using var place = StorePlace.New(engine);
        if (engine == "postgresql")
        {
            await ExpectAsync(services =>
                services.AddSingleton(database.DataSource).AddPostgreSqlSessionStore(options => Expiring(options, place.Space))
            );
            await using var command = database.DataSource.CreateCommand("SELECT 1");
            Assert.Equal(1, await command.ExecuteScalarAsync(Token));
        }
        else
        {
            IConnectionMultiplexer connection = await server.ConnectAsync();
            await ExpectAsync(services =>
                services.AddSingleton(connection).AddRedisSessionStore(options => Expiring(options, place.Space))
            );
            Assert.True(connection.IsConnected);
            await connection.GetDatabase().PingAsync();
        }
    }

    private static async Task ExpectAsync(Func<IServiceCollection, IServiceCollection> register)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IChatClient>(new ScriptedChatClient().Otherwise("answer"));
        services.AddSingleton<TimeProvider>(new Clock());
        await using var provider = register(services.AddPromptKit()).BuildServiceProvider();
        var id = Guid.NewGuid().ToString("N");
        await (await provider.GetRequiredService<SessionManager>().CreateAsync(id, Token)).Chat().SendAsync("hello", Token);

        var store = Assert.Single(provider.GetServices<ISessionStore>());
        Assert.Equal(Then, (await store.OpenAsync(id, Token))!.UpdatedAt);
    }

    private static SqliteSessionStoreOptions Expiring(SqliteSessionStoreOptions options) =>
        options with
        {
            SlidingExpiration = TimeSpan.FromDays(1),
        };

    private static PostgreSqlSessionStoreOptions Expiring(PostgreSqlSessionStoreOptions options, string schema) =>
        options with
        {
            Schema = schema,
            SlidingExpiration = TimeSpan.FromDays(1),
        };

    private static RedisSessionStoreOptions Expiring(RedisSessionStoreOptions options, string prefix) =>
        options with
        {
            KeyPrefix = prefix,
            SlidingExpiration = TimeSpan.FromDays(1),
        };

    private sealed class Clock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Then;
    }
}
