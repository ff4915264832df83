using PromptKit.Testing;

namespace PromptKit.Stores.Tests.Sqlite;

public sealed class SqliteContractTests : ContractTests, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    protected override ValueTask<ISessionStore> OpenAsync(SessionStoreRequest request)
    {
        var options = new SqliteSessionStoreOptions { TimeProvider = request.TimeProvider, SlidingExpiration = request.SlidingExpiration };
        return ValueTask.FromResult<ISessionStore>(new SqliteSessionStore($"Data Source={_folder.File("sessions.db")}", options));
    }
}
