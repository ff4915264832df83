using PromptKit.Stores.Tests.Faults;

namespace PromptKit.Stores.Tests;

/// <summary>Tables are made by whoever comes first, and many may come at the same time.</summary>
public sealed class SchemaTests
{
    private const int Stores = 8;

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public async Task OfManyThatMakeTheTables_NoneFails(string engine)
    {
        for (var round = 0; round < 5; round++)
        {
            using var place = StorePlace.New(engine);
            using var start = new Barrier(Stores);
            var sessions = await Task.WhenAll(
                Enumerable
                    .Range(0, Stores)
                    .Select(_ =>
                        Task.Factory.StartNew(
                            () =>
                            {
                                using var store = place.Open();
                                start.SignalAndWait(TestContext.Current.CancellationToken);
                                return ((ISessionStore)store).OpenAsync("s").AsTask().GetAwaiter().GetResult();
                            },
                            TestContext.Current.CancellationToken,
                            TaskCreationOptions.LongRunning,
                            TaskScheduler.Default
                        )
                    )
            );
            Assert.All(sessions, Assert.Null);
        }
    }
}
