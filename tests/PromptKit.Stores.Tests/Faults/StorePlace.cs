using PromptKit.Stores.Worker;

namespace PromptKit.Stores.Tests.Faults;

/// <summary>Where a durable store has its data, so that several processes open the same.</summary>
internal sealed record StorePlace(string Engine, string Connection, string Space) : IDisposable
{
    private TemporaryFolder? _folder;

    /// <summary>A new place on an engine; skips the test when its server is missing.</summary>
    public static StorePlace New(string engine)
    {
        var space = $"faults_{Guid.NewGuid():N}"[..20];
        switch (engine)
        {
            case "sqlite":
                var folder = new TemporaryFolder();
                return new StorePlace(engine, $"Data Source={folder.File("sessions.db")}", "") { _folder = folder };
            case "postgresql":
                return new StorePlace(engine, Servers.PostgreSql(), space);
            default:
                return new StorePlace(engine, Servers.RealRedis(), space);
        }
    }

    public IDisposable Open() => StoreOpener.Open(Engine, Connection, Space);

    public void Dispose() => _folder?.Dispose();
}
