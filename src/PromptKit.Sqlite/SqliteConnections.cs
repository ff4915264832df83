using System.Globalization;
using Microsoft.Data.Sqlite;

namespace PromptKit;

/// <summary>Opens connections to one file.</summary>
internal sealed class SqliteConnections
{
    // The provider waits for locks by sleeping, SQLite by asking again soon: so the provider's own waiting is made as short as it can be.
    private const int ProviderTimeoutInSeconds = 1;

    private readonly Func<SqliteConnection> _create;
    private readonly SqliteSessionStoreOptions _options;

    public SqliteConnections(Func<SqliteConnection> create, SqliteSessionStoreOptions options)
    {
        _create = create;
        _options = options;
    }

    public SqliteConnections(string connectionString, SqliteSessionStoreOptions options)
        : this(Factory(connectionString), options) { }

    /// <exception cref="SqliteException">The file cannot be opened.</exception>
    public SqliteConnection Open()
    {
        var connection = _create();
        var isReady = false;
        try
        {
            Prepare(connection);
            isReady = true;
            return connection;
        }
        finally
        {
            if (!isReady)
            {
                connection.Dispose();
            }
        }
    }

    public static object? Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private void Prepare(SqliteConnection connection)
    {
        if (connection.State != System.Data.ConnectionState.Open)
        {
            connection.Open();
        }

        connection.DefaultTimeout = ProviderTimeoutInSeconds;
        var busyTimeout = (long)_options.BusyTimeout.TotalMilliseconds;
        Run(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA busy_timeout = {busyTimeout}"));
        Run(connection, _options.Durability == SqliteDurability.Full ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL");
    }

    private static Func<SqliteConnection> Factory(string connectionString)
    {
        if (connectionString.Length > 0 && !connectionString.Contains('=', StringComparison.Ordinal))
        {
            throw new ArgumentException(
                $"'{connectionString}' is no connection string. Write 'Data Source={connectionString}'.",
                nameof(connectionString)
            );
        }

        var builder = new SqliteConnectionStringBuilder(connectionString);
        if (builder.DataSource is "" or ":memory:" || builder.Mode == SqliteOpenMode.Memory)
        {
            throw new ArgumentException(
                $"'{connectionString}' names no file. Write 'Data Source=sessions.db'; sessions in memory are what InMemorySessionStore is for.",
                nameof(connectionString)
            );
        }

        // Connections are kept open here; a pool would keep the file open after the store was disposed of.
        builder.Pooling = false;
        var text = builder.ToString();
        return () => new SqliteConnection(text);
    }
}
