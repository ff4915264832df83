using System.ComponentModel;

namespace PromptKit.Outputs;

/// <summary>How far an object has been read. For generated code: its shape may change with any version.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct OutputCursor
{
    private const int BitsPerWord = 64;

    private readonly ulong[]? _seenBeyond;
    private ulong _seen;

    internal OutputCursor(OutputMembers? members)
    {
        Members = members;
        if (members is { Names.Length: > BitsPerWord })
        {
            _seenBeyond = new ulong[(members.Names.Length - 1) / BitsPerWord];
        }
    }

    /// <summary>The member that is read now: its place in the list of names; -1 for one of another name, which is kept.</summary>
    public int Index { get; internal set; }

    /// <summary>The name of a member of another name.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>What is looked for; <see langword="null"/> when the value is no object.</summary>
    internal OutputMembers? Members { get; }

    /// <summary>The member that comes next if they stand in the order of the record.</summary>
    internal int Next { get; set; }

    internal readonly bool HasSeen(int index) => (Word(index) & (1UL << (index % BitsPerWord))) != 0;

    internal void See(int index)
    {
        if (index < BitsPerWord)
        {
            _seen |= 1UL << index;
        }
        else
        {
            _seenBeyond![(index / BitsPerWord) - 1] |= 1UL << (index % BitsPerWord);
        }
    }

    private readonly ulong Word(int index) => index < BitsPerWord ? _seen : _seenBeyond![(index / BitsPerWord) - 1];
}
