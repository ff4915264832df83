using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace PromptKit.Rendering;

/// <summary>Reads strings and names of JSON, those with half a character too, which System.Text.Json refuses.</summary>
internal static class JsonString
{
    private const int HexDigits = 4;

    /// <summary>The text of a string.</summary>
    public static string Text(JsonElement value)
    {
        var escaped = JsonMarshal.GetRawUtf8Value(value);
        return escaped.IndexOf("\\u"u8) < 0 ? value.GetString()! : Read(Encoding.UTF8.GetString(escaped[1..^1]));
    }

    /// <summary>Whether a text or a name in a value has half a character, or a whole one in two escapes.</summary>
    public static bool MayHaveHalf(JsonElement value)
    {
        var json = JsonMarshal.GetRawUtf8Value(value);
        return json.IndexOf("\\ud"u8) >= 0 || json.IndexOf("\\uD"u8) >= 0;
    }

    /// <summary>The name of a member.</summary>
    public static string Name(JsonProperty member)
    {
        var escaped = JsonMarshal.GetRawUtf8PropertyName(member);
        return escaped.IndexOf("\\u"u8) < 0 ? member.Name : Read(Encoding.UTF8.GetString(escaped));
    }

    /// <summary>Finds a member of an object; of several with its name, the last.</summary>
    public static bool TryGetMember(JsonElement value, string name, out JsonElement member)
    {
        try
        {
            return value.TryGetProperty(name, out member);
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            // A name there, or this one, has half a character.
            var found = value.EnumerateObject().Where(candidate => Name(candidate) == name).ToList();
            member = found.Count > 0 ? found[^1].Value : default;
            return found.Count > 0;
        }
    }

    /// <param name="escaped">What stands between the quotes; it is known to be JSON.</param>
    public static string Read(ReadOnlySpan<char> escaped)
    {
        if (!escaped.Contains('\\'))
        {
            return escaped.ToString();
        }

        var text = new StringBuilder(escaped.Length);
        for (var i = 0; i < escaped.Length; i++)
        {
            if (escaped[i] != '\\')
            {
                text.Append(escaped[i]);
                continue;
            }

            i++;
            text.Append(
                escaped[i] switch
                {
                    'b' => '\b',
                    'f' => '\f',
                    'n' => '\n',
                    'r' => '\r',
                    't' => '\t',
                    'u' => (char)
                        ushort.Parse(escaped.Slice(i + 1, HexDigits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture),
                    var letter => letter,
                }
            );
            i += escaped[i] == 'u' ? HexDigits : 0;
        }

        return text.ToString();
    }
}
