using Npgsql;
using PromptKit.Stores.Tests.PostgreSql;

[assembly: AssemblyFixture(typeof(PostgreSqlDatabase))]

namespace PromptKit.Stores.Tests.PostgreSql;

/// <summary>A schema of this run, and the data source that the tests share.</summary>
public sealed class PostgreSqlDatabase : IAsyncDisposable
{
    private readonly Lazy<NpgsqlDataSource> _dataSource = new(() => NpgsqlDataSource.Create(Servers.PostgreSql()));

    public string Schema { get; } = $"test '\" {Guid.NewGuid():N}"[..30];

    internal NpgsqlDataSource DataSource => _dataSource.Value;

    public async ValueTask DisposeAsync()
    {
        if (_dataSource.IsValueCreated)
        {
            await using (var drop = DataSource.CreateCommand($"DROP SCHEMA IF EXISTS \"{Schema.Replace("\"", "\"\"")}\" CASCADE"))
            {
                await drop.ExecuteNonQueryAsync();
            }

            await DataSource.DisposeAsync();
        }
    }
}
