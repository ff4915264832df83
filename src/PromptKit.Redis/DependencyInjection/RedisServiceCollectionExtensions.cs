using Microsoft.Extensions.DependencyInjection.Extensions;
using PromptKit;

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
        services.RemoveAll<ISessionStore>();
        return services.AddSingleton<ISessionStore>(provider =>
        {
            var options = new RedisSessionStoreOptions { TimeProvider = provider.GetService<TimeProvider>() ?? TimeProvider.System };
            return new RedisSessionStore(configuration, configure?.Invoke(options) ?? options);
        });
    }
}
