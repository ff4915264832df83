using Microsoft.Extensions.DependencyInjection;

namespace PromptKit;

/// <summary>
/// The services of one turn: a scope of their own, so that tools share what is scoped for as long as the turn runs. Where a provider has no
/// scopes, the provider itself.
/// </summary>
/// <param name="services">The services of the sessions; <see langword="null"/> for none.</param>
internal sealed class TurnServices(IServiceProvider? services) : IAsyncDisposable
{
    public static readonly TurnServices None = new(services: null);

    private readonly AsyncServiceScope? _scope = services?.GetService<IServiceScopeFactory>() is { } factory
        ? factory.CreateAsyncScope()
        : null;

    public IServiceProvider? Provider => _scope?.ServiceProvider ?? services;

    public ValueTask DisposeAsync() => _scope?.DisposeAsync() ?? ValueTask.CompletedTask;
}
