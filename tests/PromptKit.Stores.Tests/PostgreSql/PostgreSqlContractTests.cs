using PromptKit.Testing;

namespace PromptKit.Stores.Tests.PostgreSql;

public sealed class PostgreSqlContractTests(PostgreSqlDatabase database) : ContractTests
{
    protected override ValueTask<ISessionStore> OpenAsync(SessionStoreRequest request)
    {
        var options = new PostgreSqlSessionStoreOptions
        {
            Schema = database.Schema,
            TimeProvider = request.TimeProvider,
            SlidingExpiration = request.SlidingExpiration,
        };
        return ValueTask.FromResult<ISessionStore>(new PostgreSqlSessionStore(database.DataSource, options));
    }
}
