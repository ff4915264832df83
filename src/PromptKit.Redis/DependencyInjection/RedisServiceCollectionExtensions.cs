using Microsoft.Extensions.DependencyInjection.Extensions;
using PromptKit;
using StackExchange.Redis;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the Redis store with an application's services.</summary>
public static class RedisServiceCollectionExtensions
{
    /// <summary>Registers a <see cref="RedisSessionStore"/> as the application's <see cref="ISessionStore"/>, before or after <c>AddPromptKit</c>.</summary>
    /// <param name="services">The services. Their <see cref="TimeProvider"/>, if they have one, is the clock.</param>
    /// <param name="configuration">As for StackExchange.Redis: <c>localhost:6379,password=…</c>.</param>
    /// <param name="configure">Changes the options; <see langword="null"/>, the default, leaves the defaults.</param>
    /// <returns><paramref name="services"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> or <paramref name="configuration"/> is <see langword="null"/>.</exception>
    public static IServiceCollection AddRedisSessionStore(
        this IServiceCollection services,
        string configuration,
        Func<RedisSessionStoreOptions, RedisSessionStoreOptions>? configure = null
    )
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        return Add(services, (_, options) => new RedisSessionStore(configuration, options), configure);
    }

    /// <summary>
    /// Registers a <see cref="RedisSessionStore"/> on the application's own connection as its <see cref="ISessionStore"/>, before or after
    /// <c>AddPromptKit</c>.
    /// </summary>
    /// <param name="services">
    /// The services. They have an <see cref="IConnectionMultiplexer"/>, which stays theirs. Their
    /// <see cref="TimeProvider"/>, if they have one, is the clock.
    /// </param>
    /// <param name="configure">Changes the options; <see langword="null"/>, the default, leaves the defaults.</param>
    /// <returns><paramref name="services"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is <see langword="null"/>.</exception>
    public static IServiceCollection AddRedisSessionStore(
        this IServiceCollection services,
        Func<RedisSessionStoreOptions, RedisSessionStoreOptions>? configure = null
    )
    {
        ArgumentNullException.ThrowIfNull(services);
        return Add(
            services,
            (provider, options) => new RedisSessionStore(provider.GetRequiredService<IConnectionMultiplexer>(), options),
            configure
        );
    }

    private static IServiceCollection Add(
        IServiceCollection services,
        Func<IServiceProvider, RedisSessionStoreOptions, RedisSessionStore> open,
        Func<RedisSessionStoreOptions, RedisSessionStoreOptions>? configure
    )
    {
        services.RemoveAll<ISessionStore>();
        return services.AddSingleton<ISessionStore>(provider =>
        {
            var options = new RedisSessionStoreOptions { TimeProvider = provider.GetService<TimeProvider>() ?? TimeProvider.System };
            return open(provider, configure?.Invoke(options) ?? options);
        });
    }
}
