using System.Globalization;
using Npgsql;
using PromptKit;
using StackExchange.Redis;
using SupportDesk.Models;

namespace SupportDesk;

/// <summary>Opens the store that an address names.</summary>
internal static class SessionStores
{
    private const int RedisPort = 6379;
    private const int PostgreSqlPort = 5432;

    /// <summary>Opens it. Whether anybody answers there shows at the first use.</summary>
    /// <exception cref="ConfigurationException">It is no address of a store.</exception>
    public static ISessionStore Open(string? address)
    {
        if (address is null)
        {
            return Sqlite(DefaultFile());
        }

        if (address.StartsWith("sqlite:", StringComparison.Ordinal))
        {
            return Sqlite(address["sqlite:".Length..]);
        }

        return Uri.TryCreate(address, UriKind.Absolute, out var uri)
            ? uri.Scheme switch
            {
                "postgres" or "postgresql" => PostgreSql(uri),
                "redis" or "rediss" => new RedisSessionStore(Redis(uri)),
                _ => throw Unknown(address),
            }
            : throw Unknown(address);
    }

    private static SqliteSessionStore Sqlite(string file) =>
        file.Length > 0
            ? new SqliteSessionStore(new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder { DataSource = file }.ToString())
            : throw Unknown("sqlite:");

    private static string DefaultFile()
    {
        var data = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create);
        return Path.Combine(Directory.CreateDirectory(Path.Combine(data, "SupportDesk")).FullName, "sessions.db");
    }

    private static PostgreSqlSessionStore PostgreSql(Uri uri)
    {
        var (user, password) = Credentials(uri);
        var database = Uri.UnescapeDataString(uri.AbsolutePath.Trim('/'));
        var builder = new NpgsqlConnectionStringBuilder
        {
            Host = uri.Host,
            Port = uri.Port > 0 ? uri.Port : PostgreSqlPort,
            Username = user ?? "postgres",
            Password = password,
            Database = database.Length > 0 ? database : null,
        };
        foreach (var setting in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = setting.Split('=', 2) is [var left, var right] ? (left, right) : (setting, "");
            try
            {
                builder[Uri.UnescapeDataString(name)] = Uri.UnescapeDataString(value);
            }
            catch (ArgumentException exception)
            {
                throw new ConfigurationException($"--store: '{setting}' is no setting of PostgreSQL's. {exception.Message}");
            }
        }

        return new PostgreSqlSessionStore(builder.ToString());
    }

    private static string Redis(Uri uri)
    {
        var (user, password) = Credentials(uri);
        var options = new ConfigurationOptions
        {
            User = user,
            Password = password,
            Ssl = uri.Scheme == "rediss",
        };
        if (uri.AbsolutePath.Trim('/') is { Length: > 0 } database)
        {
            options.DefaultDatabase = int.TryParse(database, CultureInfo.InvariantCulture, out var number)
                ? number
                : throw new ConfigurationException($"--store: a database of Redis has a number, not '{database}'.");
        }

        options.EndPoints.Add(uri.Host, uri.Port > 0 ? uri.Port : RedisPort);
        return options.ToString(includePassword: true);
    }

    private static (string? User, string? Password) Credentials(Uri uri)
    {
        var parts = uri.UserInfo.Split(':', 2);
        return (Part(parts[0]), parts.Length > 1 ? Part(parts[1]) : null);
    }

    private static string? Part(string text) => text.Length > 0 ? Uri.UnescapeDataString(text) : null;

    private static ConfigurationException Unknown(string address) =>
        new($"--store has to be sqlite:FILE, postgres://… or redis://…, not '{address}'.");
}
