using System.Globalization;
using System.Text;

namespace PromptKit.Compiler.Text;

/// <summary>Writes JSON, compact and in the order it is given. Non-ASCII characters stay as they are; lone surrogates are escaped.</summary>
internal sealed class JsonText
{
    private readonly StringBuilder _json = new();
    private bool _needsComma;

    public static string Quote(string value)
    {
        var json = new JsonText();
        return json.String(value).ToString();
    }

    public JsonText Object(Action<JsonText> members) => Enclose('{', members, '}');

    public JsonText Array(Action<JsonText> items) => Enclose('[', items, ']');

    public JsonText Name(string name)
    {
        String(name);
        _json.Append(':');
        _needsComma = false;
        return this;
    }

    public JsonText String(string value)
    {
        Separate();
        _json.Append('"');
        for (var i = 0; i < value.Length; i++)
        {
            AppendCharacter(value, i);
        }

        _json.Append('"');
        return this;
    }

    /// <summary>Writes text that is JSON already: a number, a literal, a whole value.</summary>
    public JsonText Raw(string json)
    {
        Separate();
        _json.Append(json);
        return this;
    }

    public override string ToString() => _json.ToString();

    private JsonText Enclose(char opener, Action<JsonText> content, char closer)
    {
        Separate();
        _json.Append(opener);
        _needsComma = false;
        content(this);
        _json.Append(closer);
        _needsComma = true;
        return this;
    }

    private void Separate()
    {
        if (_needsComma)
        {
            _json.Append(',');
        }

        _needsComma = true;
    }

    private void AppendCharacter(string value, int index)
    {
        var character = value[index];
        switch (character)
        {
            case '"' or '\\':
                _json.Append('\\').Append(character);
                break;
            case '\n':
                _json.Append("\\n");
                break;
            case '\r':
                _json.Append("\\r");
                break;
            case '\t':
                _json.Append("\\t");
                break;
            case < ' ':
            case var _ when IsLoneSurrogate(value, index):
                _json.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture));
                break;
            default:
                _json.Append(character);
                break;
        }
    }

    private static bool IsLoneSurrogate(string value, int index) =>
        char.IsHighSurrogate(value[index])
            ? index + 1 >= value.Length || !char.IsLowSurrogate(value[index + 1])
            : char.IsLowSurrogate(value[index]) && (index == 0 || !char.IsHighSurrogate(value[index - 1]));
}
