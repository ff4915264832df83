using Npgsql;

namespace PromptKit;

/// <summary>Tables and functions, and how they come into a database.</summary>
/// <param name="name">The schema's name.</param>
internal sealed class PostgreSqlSchema(string name)
{
    /// <summary>The format of the rows that this version writes. It reads this one and every earlier one.</summary>
    public const int Version = 1;

    // Any number will do that no other lock of the database has: "PromptKit" in ASCII, shortened to eight bytes.
    private const long LockKey = 0x50_72_6F_6D_70_74_4B_69;

    /// <summary>The schema's name as it stands in statements.</summary>
    public string Quoted { get; } = $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>Everything, to be run in one transaction; running it again changes nothing.</summary>
    public string Script => Read().Replace("$schema$", Quoted, StringComparison.Ordinal);

    /// <summary>Makes the database ready, however many processes do so at the same time.</summary>
    /// <exception cref="NotSupportedException">The tables were written by a newer version, or are missing and must not be made.</exception>
    public async Task EnsureAsync(NpgsqlDataSource dataSource, bool createsSchema, CancellationToken cancellationToken)
    {
        var connection = await dataSource.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            var version = await ReadVersionAsync(connection, cancellationToken).ConfigureAwait(false);
            if (version is null && createsSchema)
            {
                await CreateAsync(connection, cancellationToken).ConfigureAwait(false);
                version = await ReadVersionAsync(connection, cancellationToken).ConfigureAwait(false);
            }

            if (version is null)
            {
                throw new NotSupportedException(
                    $"The schema '{name}' has no tables of PromptKit: run {nameof(PostgreSqlSessionStore)}.{nameof(PostgreSqlSessionStore.CreateScript)}, "
                        + $"or set {nameof(PostgreSqlSessionStoreOptions)}.{nameof(PostgreSqlSessionStoreOptions.CreatesSchema)}."
                );
            }

            if (version > Version)
            {
                throw new NotSupportedException(
                    $"The sessions in schema '{name}' have format {version}; this version of PromptKit reads up to {Version}."
                );
            }
        }
    }

    private async Task CreateAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            // "IF NOT EXISTS" alone fails when two look at the same time.
            var once = new NpgsqlCommand("SELECT pg_advisory_xact_lock($1)", connection, transaction);
            await using (once.ConfigureAwait(false))
            {
                once.Parameters.Add(new NpgsqlParameter<long> { TypedValue = LockKey });
                await once.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            }

            var script = new NpgsqlCommand(Script, connection, transaction);
            await using (script.ConfigureAwait(false))
            {
                await script.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            }

            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<int?> ReadVersionAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var exists = new NpgsqlCommand("SELECT to_regclass($1) IS NOT NULL", connection);
        await using (exists.ConfigureAwait(false))
        {
            exists.Parameters.Add(new NpgsqlParameter<string> { TypedValue = $"{Quoted}.format" });
            if (await exists.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is not true)
            {
                return null;
            }
        }

        var read = new NpgsqlCommand($"SELECT max(version) FROM {Quoted}.format", connection);
        await using (read.ConfigureAwait(false))
        {
            return await read.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) as int?;
        }
    }

    private static string Read()
    {
        using var stream = typeof(PostgreSqlSchema).Assembly.GetManifestResourceStream("Schema.sql")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
