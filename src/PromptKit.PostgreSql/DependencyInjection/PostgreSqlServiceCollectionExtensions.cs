using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;
using PromptKit;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the PostgreSQL store with an application's services.</summary>
public static class PostgreSqlServiceCollectionExtensions
{
    /// <summary>Registers a <see cref="PostgreSqlSessionStore"/> as the application's <see cref="ISessionStore"/>, before or after <c>AddPromptKit</c>.</summary>
    /// <param name="services">The services. Their <see cref="TimeProvider"/>, if they have one, is the clock.</param>
    /// <param name="connectionString">As for Npgsql: <c>Host=localhost;Database=app;Username=app;Password=…</c>.</param>
    /// <param name="configure">Changes the options; <see langword="null"/>, the default, leaves the defaults.</param>
    /// <returns><paramref name="services"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> or <paramref name="connectionString"/> is <see langword="null"/>.</exception>
    public static IServiceCollection AddPostgreSqlSessionStore(
        this IServiceCollection services,
        string connectionString,
        Func<PostgreSqlSessionStoreOptions, PostgreSqlSessionStoreOptions>? configure = null
    )
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(connectionString);
        return Add(services, (_, options) => new PostgreSqlSessionStore(connectionString, options), configure);
    }

    /// <summary>
    /// Registers a <see cref="PostgreSqlSessionStore"/> on the application's own data source as its <see cref="ISessionStore"/>, before or after
    /// <c>AddPromptKit</c>.
    /// </summary>
    /// <param name="services">
    /// The services. They have an <see cref="NpgsqlDataSource"/>, which stays theirs. Their
    /// <see cref="TimeProvider"/>, if they have one, is the clock.
    /// </param>
    /// <param name="configure">Changes the options; <see langword="null"/>, the default, leaves the defaults.</param>
    /// <returns><paramref name="services"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is <see langword="null"/>.</exception>
    public static IServiceCollection AddPostgreSqlSessionStore(
        this IServiceCollection services,
        Func<PostgreSqlSessionStoreOptions, PostgreSqlSessionStoreOptions>? configure = null
    )
    {
        ArgumentNullException.ThrowIfNull(services);
        return Add(
            services,
            (provider, options) => new PostgreSqlSessionStore(provider.GetRequiredService<NpgsqlDataSource>(), options),
            configure
        );
    }

    private static IServiceCollection Add(
        IServiceCollection services,
        Func<IServiceProvider, PostgreSqlSessionStoreOptions, PostgreSqlSessionStore> open,
        Func<PostgreSqlSessionStoreOptions, PostgreSqlSessionStoreOptions>? configure
    )
    {
        services.RemoveAll<ISessionStore>();
        return services.AddSingleton<ISessionStore>(provider =>
        {
            var options = new PostgreSqlSessionStoreOptions { TimeProvider = provider.GetService<TimeProvider>() ?? TimeProvider.System };
            return open(provider, configure?.Invoke(options) ?? options);
        });
    }
}
