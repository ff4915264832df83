using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace PromptKit;

/// <summary>A statement that is prepared once and run often, with positional parameters named <c>$1</c>, <c>$2</c>, …</summary>
internal sealed class SqliteStatement(SqliteConnection connection, string sql) : IDisposable
{
    private SqliteCommand? _command;

    public int Execute(params ReadOnlySpan<object?> values) => Bind(values).ExecuteNonQuery();

    public SqliteDataReader Query(params ReadOnlySpan<object?> values) => Bind(values).ExecuteReader();

    /// <summary>The first column of the first row; <see langword="null"/> when there is no row, or when it is null.</summary>
    public object? Scalar(params ReadOnlySpan<object?> values) => Bind(values).ExecuteScalar() is { } value and not DBNull ? value : null;

    /// <summary>Bytes as the provider wants them, copied only when they are part of something else.</summary>
    public static byte[] Blob(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var segment) && segment.Offset == 0 && segment.Count == segment.Array!.Length
            ? segment.Array
            : bytes.ToArray();

    public void Dispose() => _command?.Dispose();

    private SqliteCommand Bind(ReadOnlySpan<object?> values)
    {
        if (_command is null)
        {
            _command = connection.CreateCommand();
            _command.CommandText = sql;
            for (var index = 0; index < values.Length; index++)
            {
                _command.Parameters.Add(new SqliteParameter { ParameterName = $"${index + 1}" });
            }
        }

        for (var index = 0; index < values.Length; index++)
        {
            _command.Parameters[index].Value = values[index] ?? DBNull.Value;
        }

        return _command;
    }
}
