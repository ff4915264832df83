namespace PromptKit.Stores.Tests;

/// <summary>Where the servers are that <c>.ci/with-servers</c> has started. In CI none may be missing.</summary>
internal static class Servers
{
    private const string Hint = "Run '.ci/with-servers dotnet test'";

    public static bool IsCI => Environment.GetEnvironmentVariable("CI") == "true";

    /// <summary>Npgsql's connection string; the test is skipped when there is none.</summary>
    public static string PostgreSql()
    {
        var connectionString = Environment.GetEnvironmentVariable("PROMPTKIT_POSTGRESQL");
        if (IsCI)
        {
            Assert.True(connectionString is not null, $"There is no PostgreSQL server. {Hint}.");
        }

        Assert.SkipWhen(
            connectionString is null,
            $"There is no PostgreSQL server. {Hint}, or set PROMPTKIT_POSTGRESQL to a connection string."
        );
        return connectionString!;
    }

    /// <summary>The configuration of StackExchange.Redis; <see langword="null"/> when there is no server and Garnet has to do.</summary>
    public static string? Redis()
    {
        var configuration = Environment.GetEnvironmentVariable("PROMPTKIT_REDIS");
        if (IsCI)
        {
            Assert.True(configuration is not null, $"There is no Redis server. {Hint}.");
        }

        return configuration;
    }

    /// <summary>As <see cref="Redis"/>, where Garnet will not do: the test is skipped when there is no server.</summary>
    public static string RealRedis()
    {
        var configuration = Redis();
        Assert.SkipWhen(configuration is null, $"There is no Redis server. {Hint}.");
        return configuration!;
    }
}
