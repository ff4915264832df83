namespace PromptKit.Compiler.Text;

/// <summary>A JSON value, in the order it was written, equal by content.</summary>
internal abstract record JsonTree
{
    public abstract void WriteTo(JsonText json);

    public sealed override string ToString()
    {
        var json = new JsonText();
        WriteTo(json);
        return json.ToString();
    }
}
