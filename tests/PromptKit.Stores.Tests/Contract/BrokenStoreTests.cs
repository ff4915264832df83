using PromptKit.Testing;

namespace PromptKit.Stores.Tests.Contract;

/// <summary>Each law is worth something: it rejects a store that makes the mistake which the law is about.</summary>
public sealed class BrokenStoreTests
{
    private static readonly IReadOnlyList<Mistake> All =
    [
        .. WritingMistakes.All,
        .. CommitMistakes.All,
        .. FindingMistakes.All,
        .. LifetimeMistakes.All,
    ];

    public static TheoryData<string, string> Mistakes => [.. All.Select(mistake => (mistake.Law, mistake.What))];

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task AMistake_IsRejectedByItsLaw(string law, string what)
    {
        var mistake = All.Single(mistake => mistake.Law == law && mistake.What == what);
        ISessionStore? shared = null;
        var exception = await Assert.ThrowsAsync<SessionStoreContractException>(() =>
            SessionStoreContract.CheckAsync(
                law,
                request => ValueTask.FromResult(mistake.IsAlone ? mistake.Make(request) : shared ??= mistake.Make(request)),
                TestContext.Current.CancellationToken
            )
        );
        Assert.Equal(law, exception.Law);
    }

    [Fact]
    public void EveryLaw_RejectsSomeMistake() =>
        Assert.Empty(SessionStoreContract.Laws.Select(law => law.Name).Except(All.Select(mistake => mistake.Law), StringComparer.Ordinal));

    /// <remarks>So that it is the mistake that is rejected, and not the way in which it is made.</remarks>
    [Theory]
    [MemberData(nameof(ContractTests.Laws), MemberType = typeof(ContractTests))]
    public async Task WithoutAMistake_EveryLawHolds(string law)
    {
        BrokenStore? sound = null;
        await SessionStoreContract.CheckAsync(
            law,
            request => ValueTask.FromResult<ISessionStore>(sound ??= new BrokenStore(request.TimeProvider, request.SlidingExpiration)),
            TestContext.Current.CancellationToken
        );
    }
}
