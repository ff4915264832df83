using CliWrap;
using CliWrap.Buffered;

namespace SupportDesk.Tests.Running;

/// <summary>The built program, as a user starts it.</summary>
internal static class SupportDeskProgram
{
    /// <summary>The runtime that the tests themselves run on, so that the program needs nothing that the tests do not have.</summary>
    public static string Host { get; } =
        Path.GetFullPath(Path.Combine(System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory(), "../../../dotnet"));

    public static string Assembly { get; } = Path.Combine(AppContext.BaseDirectory, "SupportDesk.dll");

    /// <summary>What decides which model it talks to: nothing of it is taken over from whoever runs the tests.</summary>
    public static Dictionary<string, string?> Environment { get; } =
        new(StringComparer.Ordinal)
        {
            ["OPENAI_API_KEY"] = null,
            ["OPENAI_BASE_URL"] = null,
            ["OPENAI_MODEL"] = null,
            ["SUPPORTDESK_CHUNK_DELAY_MS"] = null,
            // Where the sessions are kept: not among those of whoever runs the tests.
            ["XDG_DATA_HOME"] = Path.Combine(AppContext.BaseDirectory, "data"),
        };

    public static Task<BufferedCommandResult> RunAsync(string input, params (string Name, string Value)[] variables) =>
        RunAsync(input, arguments: [], variables);

    public static async Task<BufferedCommandResult> RunAsync(
        string input,
        IEnumerable<string> arguments,
        params (string Name, string Value)[] variables
    )
    {
        var environment = new Dictionary<string, string?>(Environment, StringComparer.Ordinal);
        foreach (var (name, value) in variables)
        {
            environment[name] = value;
        }

        return await Cli.Wrap(Host)
            .WithArguments([Assembly, .. arguments])
            .WithEnvironmentVariables(environment)
            .WithStandardInputPipe(PipeSource.FromString(input))
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(TestContext.Current.CancellationToken);
    }
}
