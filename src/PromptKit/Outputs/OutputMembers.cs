using System.ComponentModel;
using System.Text;

namespace PromptKit.Outputs;

/// <summary>The members of a record, as the lenient reader looks for them. For generated code: its shape may change with any version.</summary>
/// <remarks>Immutable; safe to use from several threads.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class OutputMembers
{
    private readonly byte[][] _names;
    private readonly string[] _spellings;
    private readonly int _known;

    /// <summary>Initializes a new instance of the <see cref="OutputMembers"/> class.</summary>
    /// <param name="names">The names of the members, in the order of the record.</param>
    /// <param name="required">Those that must be there.</param>
    /// <param name="expected">Those that should be there, and are null when they are not. Default: none.</param>
    /// <param name="ignored">Members that may be there and are read elsewhere. Default: none.</param>
    /// <param name="isOpen">Whether members of other names are allowed. Default: no.</param>
    /// <param name="keepsOthers">Whether the record keeps members of other names. Default: no.</param>
    public OutputMembers(
        ReadOnlySpan<string> names,
        ReadOnlySpan<string> required,
        ReadOnlySpan<string> expected = default,
        ReadOnlySpan<string> ignored = default,
        bool isOpen = false,
        bool keepsOthers = false
    )
    {
        Names = [.. names];
        _known = names.Length;
        string[] all = [.. names, .. ignored];
        _names = Array.ConvertAll(all, Encoding.UTF8.GetBytes);
        _spellings = Array.ConvertAll(all, name => Spelling.Simplify(name));
        Required = [.. required.ToArray().Select(name => Array.IndexOf(Names, name))];
        Expected = [.. expected.ToArray().Select(name => Array.IndexOf(Names, name))];
        IsOpen = isOpen;
        KeepsOthers = keepsOthers;
    }

    internal string[] Names { get; }

    internal int[] Required { get; }

    internal int[] Expected { get; }

    internal bool IsOpen { get; }

    internal bool KeepsOthers { get; }

    internal ReadOnlySpan<byte[]> Utf8Names => _names;

    internal bool IsIgnored(int index) => index >= _known;

    /// <summary>The member whose name is this one but for case, blanks and punctuation.</summary>
    /// <returns>Its index; -1 when there is none, or more than one.</returns>
    internal int FindSimilar(string name)
    {
        var spelling = Spelling.Simplify(name);
        var index = spelling.Length == 0 ? -1 : Array.IndexOf(_spellings, spelling);
        return index >= 0 && Array.LastIndexOf(_spellings, spelling) == index ? index : -1;
    }
}
