using System.Collections;
using CliWrap.Buffered;

namespace PromptKit.Package;

/// <summary>Runs <c>dotnet</c> as a user at a terminal does, without what the test run put into the environment.</summary>
internal static class DotNet
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(3);

    private static readonly IReadOnlyDictionary<string, string?> Environment = CleanEnvironment();

    /// <returns>What the command printed.</returns>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static async Task<string> RunAsync(string folder, params string[] arguments)
    {
        var result = await TryRunAsync(folder, arguments);
        return result.IsSuccess
            ? result.StandardOutput
            : throw new InvalidOperationException(
                $"'dotnet {string.Join(' ', arguments)}' failed:\n{result.StandardOutput}\n{result.StandardError}"
            );
    }

    /// <returns>How the command ended and what it printed.</returns>
    public static async Task<BufferedCommandResult> TryRunAsync(string folder, params string[] arguments)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timeout.CancelAfter(Timeout);
        return await Command(folder, arguments).ExecuteBufferedAsync(timeout.Token);
    }

    /// <returns>The command, which is not started, and whose failure throws nothing.</returns>
    public static Command Command(string folder, params string[] arguments) =>
        Cli.Wrap("dotnet")
            .WithWorkingDirectory(folder)
            .WithArguments(arguments)
            .WithEnvironmentVariables(Environment)
            .WithValidation(CommandResultValidation.None);

    private static Dictionary<string, string?> CleanEnvironment()
    {
        var environment = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry variable in System.Environment.GetEnvironmentVariables())
        {
            var name = (string)variable.Key;
            if (IsOfThisTestRun(name))
            {
                environment[name] = null;
            }
        }

        environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        environment["DOTNET_NOLOGO"] = "1";
        // Nothing that a build starts may outlive it.
        environment["MSBUILDDISABLENODEREUSE"] = "1";
        environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        environment["UseSharedCompilation"] = "false";
        return environment;
    }

    // MSBuild reads properties from the environment, and `dotnet test` leaves some of its own there. NUGET_PACKAGES would overrule the
    // nuget.config of the workshop.
    private static bool IsOfThisTestRun(string name) =>
        name.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("TESTINGPLATFORM", StringComparison.OrdinalIgnoreCase)
        || name.Equals("NUGET_PACKAGES", StringComparison.OrdinalIgnoreCase)
        || name.Equals("Configuration", StringComparison.OrdinalIgnoreCase);
}
