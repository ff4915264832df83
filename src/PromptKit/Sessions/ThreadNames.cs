using System.Buffers;

namespace PromptKit;

/// <summary>Which names threads and sessions may have.</summary>
internal static class ThreadNames
{
    public const string Default = "main";

    private const int MaxNameLength = 64;
    private const int MaxIdLength = 256;

    private static readonly SearchValues<char> s_nameCharacters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._:-"
    );

    /// <exception cref="ArgumentException">It is not a thread name.</exception>
    public static void Check(string name, string parameterName)
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

    /// <exception cref="ArgumentException">It is not a session id.</exception>
    public static void CheckId(string id, string parameterName)
    {
        ArgumentNullException.ThrowIfNull(id, parameterName);
        if (id.Length is 0 or > MaxIdLength || HasUnfit(id))
        {
            throw new ArgumentException(
                $"A session id has 1 to {MaxIdLength} characters, none of them a control character or a lone surrogate.",
                parameterName
            );
        }
    }

    private static bool HasUnfit(string id)
    {
        for (var index = 0; index < id.Length; index++)
        {
            if (char.IsSurrogatePair(id, index))
            {
                index++;
            }
            else if (char.IsControl(id[index]) || char.IsSurrogate(id[index]))
            {
                return true;
            }
        }

        return false;
    }
}
