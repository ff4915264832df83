using System.Net;
using System.Net.Sockets;

namespace PromptKit.Benchmarks.Stores.Costs;

/// <summary>Stands between a client and its server, and counts what the client sends.</summary>
internal sealed class MeteredConnection : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly List<CommandCounter> _counters = [];
    private readonly string _engine;
    private readonly int _serverPort;
    private readonly Task _accepting;
    private long _bytes;

    public MeteredConnection(string engine, int serverPort)
    {
        _engine = engine;
        _serverPort = serverPort;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>What was sent so far, over all connections.</summary>
    public EngineCost Total
    {
        get
        {
            lock (_lock)
            {
                return new EngineCost(_counters.Sum(counter => counter.Commands), _bytes);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync().ConfigureAwait(false);
        _listener.Stop();
        await _accepting.ConfigureAwait(false);
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ForwardAsync(await _listener.AcceptTcpClientAsync(_end.Token).ConfigureAwait(false));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException)
        {
            // The end.
        }
    }

    private async Task ForwardAsync(TcpClient client)
    {
        var counter = CommandCounter.For(_engine);
        lock (_lock)
        {
            _counters.Add(counter);
        }

        using var server = new TcpClient { NoDelay = true };
        using (client)
        {
            client.NoDelay = true;
            try
            {
                await server.ConnectAsync(IPAddress.Loopback, _serverPort, _end.Token).ConfigureAwait(false);
                await Task.WhenAny(
                        CopyAsync(client.GetStream(), server.GetStream(), counter),
                        server.GetStream().CopyToAsync(client.GetStream(), _end.Token)
                    )
                    .ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is OperationCanceledException or SocketException)
            {
                // Either side may leave at any time.
            }
        }
    }

    private async Task CopyAsync(NetworkStream from, NetworkStream to, CommandCounter counter)
    {
        var buffer = new byte[64 * 1024];
        int count;
        while ((count = await from.ReadAsync(buffer, _end.Token).ConfigureAwait(false)) > 0)
        {
            lock (_lock)
            {
                counter.Feed(buffer.AsSpan(0, count));
                _bytes += count;
            }

            await to.WriteAsync(buffer.AsMemory(0, count), _end.Token).ConfigureAwait(false);
        }
    }
}
