namespace PromptKit.Outputs;

/// <summary>Builds the tree of a JSON value that is still being written.</summary>
internal sealed class PartialSink : IJsonSink
{
    private readonly Stack<PartialNode> _open = [];
    private string? _name;
    private PartialNode? _text;

    public PartialNode? Root { get; private set; }

    public bool HasChanged { get; set; }

    public void Reset()
    {
        _open.Clear();
        Root = null;
        _name = null;
        _text = null;
    }

    public void StartObject() => _open.Push(Add(new PartialNode(PartialKind.Object)));

    public void EndObject() => Complete(_open.Pop());

    public void StartArray() => _open.Push(Add(new PartialNode(PartialKind.List)));

    public void EndArray() => Complete(_open.Pop());

    public void Name(ReadOnlySpan<char> name) => _name = name.ToString();

    public void StartText() => _text = Add(new PartialNode(PartialKind.Text));

    public void Text(ReadOnlySpan<char> part)
    {
        HasChanged |= !part.IsEmpty;
        _text!.Text.Append(part);
    }

    public void EndText()
    {
        Complete(_text!);
        _text = null;
    }

    public void Number(ReadOnlySpan<char> number)
    {
        var node = Add(new PartialNode(PartialKind.Raw));
        node.Text.Append(number);
        Complete(node);
    }

    public void Literal(bool? value)
    {
        var node = Add(new PartialNode(value is null ? PartialKind.Null : PartialKind.Raw));
        node.Text.Append(
            value switch
            {
                true => "true",
                false => "false",
                null => "null",
            }
        );
        Complete(node);
    }

    // They are listed when the answer is complete.
    public void Repair(OutputRepairKind kind, string what) { }

    private PartialNode Add(PartialNode node)
    {
        HasChanged = true;
        if (_open.TryPeek(out var parent))
        {
            parent.Add(_name, node);
        }
        else
        {
            Root = node;
        }

        _name = null;
        return node;
    }

    private void Complete(PartialNode node)
    {
        node.IsComplete = true;
        HasChanged = true;
    }
}
