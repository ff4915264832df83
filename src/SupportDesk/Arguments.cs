using SupportDesk.Models;

namespace SupportDesk;

/// <summary>What the command line asks for.</summary>
/// <param name="Session">The id of the session to continue or to begin; <see langword="null"/> for a new one.</param>
/// <param name="Store">Where sessions are kept; <see langword="null"/> for the file of this user.</param>
/// <param name="Lists">Whether to list the sessions instead of talking.</param>
/// <param name="Helps">Whether to show the usage instead of talking.</param>
internal sealed record Arguments(string? Session = null, string? Store = null, bool Lists = false, bool Helps = false)
{
    public const string Usage = """
        SupportDesk [--session ID] [--store ADDRESS]    talks; with an ID, goes on where that session was
        SupportDesk --list [--store ADDRESS]            lists the sessions
        ADDRESS: sqlite:FILE (default: a file of yours), postgres://USER:PASSWORD@HOST/DATABASE?SETTING=VALUE,
                 redis://:PASSWORD@HOST/NUMBER, rediss://… (TLS)
        """;

    /// <exception cref="ConfigurationException">An argument is unknown, or lacks its value.</exception>
    public static Arguments Parse(IReadOnlyList<string> args)
    {
        var arguments = new Arguments();
        for (var index = 0; index < args.Count; index++)
        {
            arguments = args[index] switch
            {
                "--session" => arguments with { Session = Value(args, ref index) },
                "--store" => arguments with { Store = Value(args, ref index) },
                "--list" => arguments with { Lists = true },
                "--help" or "-h" => arguments with { Helps = true },
                var unknown => throw new ConfigurationException($"There is no argument '{unknown}'.\n{Usage}"),
            };
        }

        return arguments;
    }

    private static string Value(IReadOnlyList<string> args, ref int index) =>
        index + 1 < args.Count && args[index + 1].Length > 0
            ? args[++index]
            : throw new ConfigurationException($"{args[index]} needs a value.\n{Usage}");
}
