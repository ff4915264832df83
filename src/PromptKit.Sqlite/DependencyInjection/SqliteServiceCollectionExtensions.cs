using Microsoft.Extensions.DependencyInjection.Extensions;
using PromptKit;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the SQLite store with an application's services.</summary>
public static class SqliteServiceCollectionExtensions
{
    /// <summary>Registers a <see cref="SqliteSessionStore"/> as the application's <see cref="ISessionStore"/>, before or after <c>AddPromptKit</c>.</summary>
    /// <param name="services">The services. Their <see cref="TimeProvider"/>, if they have one, is the clock.</param>
    /// <param name="connectionString">As for the provider: <c>Data Source=sessions.db</c>.</param>
    /// <param name="configure">Changes the options; <see langword="null"/>, the default, leaves the defaults.</param>
    /// <returns><paramref name="services"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> or <paramref name="connectionString"/> is <see langword="null"/>.</exception>
    public static IServiceCollection AddSqliteSessionStore(
        this IServiceCollection services,
        string connectionString,
        Func<SqliteSessionStoreOptions, SqliteSessionStoreOptions>? configure = null
    )
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(connectionString);
        services.RemoveAll<ISessionStore>();
        return services.AddSingleton<ISessionStore>(provider =>
        {
            var options = new SqliteSessionStoreOptions { TimeProvider = provider.GetService<TimeProvider>() ?? TimeProvider.System };
            return new SqliteSessionStore(connectionString, configure?.Invoke(options) ?? options);
        });
    }
}
