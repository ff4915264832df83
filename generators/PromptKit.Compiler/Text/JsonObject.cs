namespace PromptKit.Compiler.Text;

internal sealed record JsonObject(EquatableArray<JsonMember> Members) : JsonTree
{
    public static readonly JsonObject Empty = new(default(EquatableArray<JsonMember>));

    public JsonTree? this[string name] => Members.FirstOrDefault(member => member.Name == name)?.Value;

    public static JsonObject Of(params (string Name, JsonTree? Value)[] members) =>
        new(
            members
                .Where(member => member.Value is not null)
                .Select(member => new JsonMember(member.Name, member.Value!))
                .ToEquatableArray()
        );

    /// <summary>The same object with one member set: in its place when it is there, else at the end.</summary>
    public JsonObject With(string name, JsonTree value) =>
        this[name] is null
            ? new JsonObject(Members.Append(new JsonMember(name, value)).ToEquatableArray())
            : new JsonObject(Members.Select(member => member.Name == name ? new JsonMember(name, value) : member).ToEquatableArray());

    public override void WriteTo(JsonText json) =>
        json.Object(members =>
        {
            foreach (var member in Members)
            {
                member.Value.WriteTo(members.Name(member.Name));
            }
        });
}
