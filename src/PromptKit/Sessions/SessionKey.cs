using System.Globalization;

namespace PromptKit;

/// <summary>
/// How a session's id and its partition become one id in the store. No id of one partition is one of another, nor of none: an id from
/// outside never reaches another tenant's session.
/// </summary>
internal readonly record struct SessionKey(string? Partition)
{
    private const int MaxLength = 256;
    private const char Mark = '~';

    private string Prefix => Partition is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{Mark}{Partition.Length}:{Partition}:");

    /// <exception cref="ArgumentException">It is not a session id, or too long together with its partition.</exception>
    public string Of(string id)
    {
        ThreadNames.CheckId(id, nameof(id));
        var key = Partition is null && id[0] == Mark ? $"{Mark}{id}" : Prefix + id;
        return key.Length <= MaxLength
            ? key
            : throw new ArgumentException($"A session id may have {MaxLength - (key.Length - id.Length)} characters here.", nameof(id));
    }

    /// <summary>What all keys begin with whose ids begin with <paramref name="idPrefix"/>.</summary>
    public string PrefixOf(string idPrefix) => Partition is null && idPrefix.StartsWith(Mark) ? $"{Mark}{idPrefix}" : Prefix + idPrefix;

    /// <summary>The id; <see langword="null"/> when the key is of another partition.</summary>
    public string? IdOf(string key) =>
        Partition is not null ? (key.StartsWith(Prefix, StringComparison.Ordinal) ? key[Prefix.Length..] : null)
        : key.StartsWith(Mark) ? (key.Length > 1 && key[1] == Mark ? key[1..] : null)
        : key;
}
