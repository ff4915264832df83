using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace SupportDesk.Tests.Running;

/// <summary>A service that speaks OpenAI's protocol: answers each request with the next text, streamed; <c>fault</c> is an error.</summary>
internal sealed class FakeOpenAIService : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Task _serving;

    public FakeOpenAIService(params string[] answers)
    {
        Address = $"http://127.0.0.1:{FreePort()}/v1";
        _listener.Prefixes.Add(Address + "/");
        _listener.Start();
        _serving = ServeAsync(answers);
    }

    public string Address { get; }

    public List<string> Requests { get; } = [];

    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        await _serving;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task ServeAsync(string[] answers)
    {
        foreach (var answer in answers)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                // Closed before all answers were asked for.
                return;
            }

            using var reader = new StreamReader(context.Request.InputStream);
            Requests.Add(await reader.ReadToEndAsync());
            await AnswerAsync(context.Response, answer);
        }
    }

    private static async Task AnswerAsync(HttpListenerResponse response, string answer)
    {
        using (response)
        {
            if (answer == "fault")
            {
                response.StatusCode = (int)HttpStatusCode.BadRequest;
                await response.OutputStream.WriteAsync(
                    """{"error":{"message":"Out of order.","type":"invalid_request_error"}}"""u8.ToArray()
                );
                return;
            }

            response.ContentType = "text/event-stream";
            foreach (var word in answer.Split(' '))
            {
                await WriteAsync(response, new { content = word + (answer.EndsWith(word, StringComparison.Ordinal) ? "" : " ") }, null);
            }

            await WriteAsync(response, new { }, "stop");
            await response.OutputStream.WriteAsync("data: [DONE]\n\n"u8.ToArray());
        }
    }

    private static async Task WriteAsync(HttpListenerResponse response, object delta, string? finishReason)
    {
        var chunk = new
        {
            id = "1",
            @object = "chat.completion.chunk",
            created = 1,
            model = "llama",
            choices = new[]
            {
                new
                {
                    index = 0,
                    delta,
                    finish_reason = finishReason,
                },
            },
        };
        await response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes($"data: {JsonSerializer.Serialize(chunk)}\n\n"));
    }
}
