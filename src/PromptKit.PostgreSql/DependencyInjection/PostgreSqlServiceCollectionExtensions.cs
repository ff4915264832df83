using Microsoft.Extensions.DependencyInjection.Extensions;
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
        services.RemoveAll<ISessionStore>();
        return services.AddSingleton<ISessionStore>(provider =>
        {
            var options = new PostgreSqlSessionStoreOptions { TimeProvider = provider.GetService<TimeProvider>() ?? TimeProvider.System };
            return new PostgreSqlSessionStore(connectionString, configure?.Invoke(options) ?? options);
        });
    }
}
