namespace PromptKit.Compiler.Text;

internal sealed record JsonArray(EquatableArray<JsonTree> Items) : JsonTree
{
    public static JsonArray Of(IEnumerable<JsonTree> items) => new(items.ToEquatableArray());

    public override void WriteTo(JsonText json) =>
        json.Array(items =>
        {
            foreach (var item in Items)
            {
                item.WriteTo(items);
            }
        });
}
