using System.Buffers;

namespace PromptKit;

/// <summary>What all chats of one thread share: its history, and the queue of its turns.</summary>
internal sealed class ChatThread(string name)
{
    public const string DefaultName = "main";

    private const int MaxNameLength = 64;

    private static readonly SearchValues<char> s_nameCharacters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._:-"
    );

    public string Name { get; } = name;

    public History History { get; } = new();

    public TurnQueue Turns { get; } = new();

    /// <exception cref="ArgumentException">It is not a thread name.</exception>
    public static void CheckName(string name, string parameterName)
    {
        ArgumentNullException.ThrowIfNull(name, parameterName);
        if (name.Length is 0 or > MaxNameLength || name.AsSpan().ContainsAnyExcept(s_nameCharacters))
        {
            throw new ArgumentException(
                $"'{name}' is not a thread name: use 1 to {MaxNameLength} of the characters A-Z a-z 0-9 . _ : -. "
                    + "(A system text goes into the parameter 'system'.)",
                parameterName
            );
        }
    }
}
