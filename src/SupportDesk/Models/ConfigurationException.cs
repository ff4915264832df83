namespace SupportDesk.Models;

/// <summary>The environment asks for something that cannot be. The message is for the user.</summary>
internal sealed class ConfigurationException(string message) : Exception(message)
{
    public const int ExitCode = 2;
}
