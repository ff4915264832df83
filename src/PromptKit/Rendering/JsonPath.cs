using System.Globalization;
using System.Text;

namespace PromptKit.Rendering;

/// <summary>Where a value stands in a JSON document, written only when somebody asks.</summary>
internal sealed class JsonPath(JsonPath? parent, string? name, int index)
{
    public static readonly JsonPath Root = new(null, null, 0);

    public JsonPath Member(string member) => new(this, member, 0);

    public JsonPath Item(int position) => new(this, null, position);

    public override string ToString() => Append(new StringBuilder()) is { Length: > 0 } text ? text.ToString() : "$";

    private StringBuilder Append(StringBuilder text)
    {
        if (parent is null)
        {
            return text;
        }

        parent.Append(text);
        return name is null ? text.Append(CultureInfo.InvariantCulture, $"[{index}]")
            : text.Length > 0 ? text.Append('.').Append(name)
            : text.Append(name);
    }
}
