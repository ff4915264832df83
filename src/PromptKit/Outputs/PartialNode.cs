namespace PromptKit.Outputs;

/// <summary>A JSON value that may still be growing.</summary>
internal sealed class PartialNode(PartialKind kind)
{
    private OutputMembers? _shape;
    private PartialNode?[] _members = [];
    private int _resolved;

    public PartialKind Kind => kind;

    /// <summary>Whether its end has been seen.</summary>
    public bool IsComplete { get; set; }

    /// <summary>Whether anything in it is what was asked for.</summary>
    public bool IsKnown { get; set; }

    /// <summary>What a text holds so far; the JSON of a number or boolean.</summary>
    public PartialBuffer Text { get; } = kind is PartialKind.Object or PartialKind.List ? PartialBuffer.None : new PartialBuffer();

    public List<string> Names { get; } = [];

    /// <summary>The members' values, or the items of a list.</summary>
    public List<PartialNode> Items { get; } = [];

    /// <summary>What was made of it, or of those of its items that are complete: that is not made again.</summary>
    public object? Made { get; set; }

    /// <summary>How many of its items, from the first, were made something of.</summary>
    public int Done { get; set; }

    public void Add(string? name, PartialNode node)
    {
        if (kind == PartialKind.Object)
        {
            Names.Add(name ?? "");
        }

        Items.Add(node);
    }

    /// <summary>A member of an object, in whatever spelling.</summary>
    public PartialNode? Member(OutputMembers members, int index)
    {
        if (_shape != members)
        {
            (_shape, _members, _resolved) = (members, new PartialNode[members.Names.Length], 0);
        }

        for (; _resolved < Names.Count; _resolved++)
        {
            var found = Array.IndexOf(members.Names, Names[_resolved]);
            found = found < 0 ? members.FindSimilar(Names[_resolved]) : found;
            if (found >= 0 && found < _members.Length)
            {
                _members[found] = Items[_resolved];
                IsKnown = true;
            }
        }

        return _members[index];
    }

    /// <summary>Writes the value, which is complete, as JSON.</summary>
    public void WriteTo(Utf8JsonSink sink)
    {
        switch (kind)
        {
            case PartialKind.Object:
                sink.StartObject();
                for (var index = 0; index < Items.Count; index++)
                {
                    sink.Name(Names[index]);
                    Items[index].WriteTo(sink);
                }

                sink.EndObject();
                break;
            case PartialKind.List:
                sink.StartArray();
                Items.ForEach(item => item.WriteTo(sink));
                sink.EndArray();
                break;
            case PartialKind.Text:
                sink.StartText();
                sink.Text(Text.ToString());
                sink.EndText();
                break;
            case PartialKind.Null:
                sink.Literal(null);
                break;
            default:
                sink.Number(Text.ToString());
                break;
        }
    }
}
