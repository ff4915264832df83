using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using PromptKit;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers sessions with an application's services.</summary>
public static class PromptKitServiceCollectionExtensions
{
    /// <summary>
    /// Registers a <see cref="SessionManager"/> over the registered <see cref="IChatClient"/> and <see cref="ISessionStore"/> (in memory
    /// if there is none). Keyed chat clients answer prompts with <c>model: key/…</c>.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets options; <see langword="null"/>, the default, leaves the defaults.</param>
    /// <returns><paramref name="services"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is <see langword="null"/>.</exception>
    public static IServiceCollection AddPromptKit(this IServiceCollection services, Action<SessionManagerOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(provider =>
        {
            var options = new SessionManagerOptions
            {
                LoggerFactory = provider.GetService<ILoggerFactory>(),
                Services = provider,
                TimeProvider = provider.GetService<TimeProvider>() ?? TimeProvider.System,
            };
            configure?.Invoke(options);
            return new SessionManager(
                provider.GetRequiredService<IChatClient>(),
                provider.GetService<ISessionStore>(),
                options,
                name => provider.GetKeyedService<IChatClient>(name)
            );
        });
        return services;
    }
}
