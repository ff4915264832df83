using System.ComponentModel;
using System.Text;

namespace PromptKit.Outputs;

/// <summary>The values of an enum, as the lenient reader looks for them. For generated code: its shape may change with any version.</summary>
/// <remarks>Immutable; safe to use from several threads.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class OutputChoices
{
    // Within a longer text, values are not looked for: that is no sentence about one of them.
    private const int LongestSentence = 2_000;

    private const int None = -1;

    private readonly byte[][] _utf8;
    private readonly string[] _spellings;
    private readonly string[] _words;
    private readonly string[] _descriptions;

    /// <summary>Initializes a new instance of the <see cref="OutputChoices"/> class.</summary>
    /// <param name="values">The values, in the order of the enum: their texts in JSON, without quotes.</param>
    /// <param name="descriptions">What they mean, in the same order; the empty string where nobody says. Default: nobody says.</param>
    /// <param name="areIntegers">Whether JSON writes them as numbers. Default: no.</param>
    public OutputChoices(ReadOnlySpan<string> values, ReadOnlySpan<string> descriptions = default, bool areIntegers = false)
    {
        AreIntegers = areIntegers;
        Values = [.. values];
        _utf8 = Array.ConvertAll(Values, Encoding.UTF8.GetBytes);
        _spellings = Array.ConvertAll(Values, value => Spelling.Simplify(value));
        _words = Array.ConvertAll(Values, value => Spelling.Words(value));
        _descriptions = Array.ConvertAll(descriptions.ToArray(), description => Spelling.Simplify(description));
    }

    internal string[] Values { get; }

    internal bool AreIntegers { get; }

    internal ReadOnlySpan<byte[]> Utf8Values => _utf8;

    /// <summary>The value that a text means though it does not say it exactly.</summary>
    /// <returns>Its index; -1 when there is none, or more than one.</returns>
    internal int FindSimilar(string text)
    {
        var spelling = Spelling.Simplify(text);
        if (spelling.Length == 0)
        {
            return None;
        }

        var index = Unique(_spellings, spelling);
        index = index == None ? Unique(_descriptions, spelling) : index;
        return index == None && text.Length <= LongestSentence ? FindWithin(text) : index;
    }

    private static int Unique(string[] candidates, string text)
    {
        var index = Array.IndexOf(candidates, text);
        return index >= 0 && Array.LastIndexOf(candidates, text) == index ? index : None;
    }

    private int FindWithin(string text)
    {
        var found = FindIn(Spelling.Words(text));
        return found != None ? found : FindQuoted(text);
    }

    // The one value whose words the text has; of those that overlap, the longest counts.
    private int FindIn(string words)
    {
        var found = None;
        for (var index = 0; index < _words.Length; index++)
        {
            if (_words[index].Length <= 1 || !Contains(words, index))
            {
                continue;
            }

            if (found != None)
            {
                return None;
            }

            found = index;
        }

        return found;
    }

    // Whether a value stands somewhere in the text where no longer one that contains it stands.
    private bool Contains(string words, int index)
    {
        var rest = words;
        foreach (var (other, longer) in _words.Index())
        {
            if (other != index && longer.Length > _words[index].Length && longer.Contains(_words[index], StringComparison.Ordinal))
            {
                rest = rest.Replace(longer, " \n ", StringComparison.Ordinal);
            }
        }

        return rest.Contains(_words[index], StringComparison.Ordinal);
    }

    // "Not network but `billing`": what is set off from the sentence counts.
    private int FindQuoted(string text)
    {
        var found = None;
        for (var start = text.IndexOfAny(Marks); start >= 0; )
        {
            var end = text.AsSpan(start + 1).IndexOfAny(Marks) is var length and >= 0 ? start + 1 + length : -1;
            if (end < 0)
            {
                break;
            }

            var index = Unique(_spellings, Spelling.Simplify(text.AsSpan(start + 1, end - start - 1)));
            if (index != None && found != None && index != found)
            {
                return None;
            }

            found = index == None ? found : index;
            start = end;
        }

        return found;
    }

    private static readonly char[] Marks = ['"', '\'', '`', '*', '“', '”', '‘', '’', '„', '«', '»', '_'];
}
