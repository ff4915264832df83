using PromptKit.Testing;

namespace PromptKit.Stores.Tests.Contract;

/// <summary>A mistake that whoever writes a store may make, and the law that finds it out.</summary>
/// <param name="Law">The law's name.</param>
/// <param name="What">The mistake.</param>
/// <param name="Make">A store that makes it.</param>
internal sealed record Mistake(string Law, string What, Func<SessionStoreRequest, BrokenStore> Make)
{
    /// <summary>Whether each process has data of its own: itself a mistake.</summary>
    public bool IsAlone { get; init; }

    public static Mistake Of(string law, string what, Action<BrokenStore> breakIt) =>
        new(
            law,
            what,
            request =>
            {
                var store = new BrokenStore(request.TimeProvider, request.SlidingExpiration);
                breakIt(store);
                return store;
            }
        );
}
