namespace PromptKit.Compiler.Text;

/// <summary>A string, number or literal, given as JSON text.</summary>
/// <param name="Json">The value as JSON.</param>
/// <param name="Text">The value without quotes and escapes.</param>
internal sealed record JsonLeaf(string Json, string Text) : JsonTree
{
    public JsonLeaf(string json)
        : this(json, json) { }

    public static readonly JsonLeaf Null = new("null");
    public static readonly JsonLeaf False = new("false");

    public static JsonLeaf String(string value) => new(JsonText.Quote(value), value);

    public override void WriteTo(JsonText json) => json.Raw(Json);
}
