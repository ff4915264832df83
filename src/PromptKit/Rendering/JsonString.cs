using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace PromptKit.Rendering;

/// <summary>Reads strings of JSON, those with half a character too, which System.Text.Json refuses.</summary>
internal static class JsonString
{
    private const int HexDigits = 4;

    /// <summary>The text of a string.</summary>
    public static string Text(JsonElement value)
    {
        var escaped = JsonMarshal.GetRawUtf8Value(value);
        return escaped.IndexOf("\\u"u8) < 0 ? value.GetString()! : Read(Encoding.UTF8.GetString(escaped[1..^1]));
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
