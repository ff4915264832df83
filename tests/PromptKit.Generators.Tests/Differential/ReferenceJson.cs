using System.Collections;
using System.Globalization;
using System.Text;
using Scriban.Runtime;

namespace PromptKit.Generators.Tests.Differential;

/// <summary>JavaScript's <c>JSON.stringify</c> of Scriban's values, as ECMA-262 describes it.</summary>
internal static class ReferenceJson
{
    public static string Write(object? value, int indent)
    {
        var json = new StringBuilder();
        Write(json, value, new string(' ', Math.Clamp(indent, 0, 10)), "");
        return json.ToString();
    }

    private static void Write(StringBuilder json, object? value, string gap, string indent)
    {
        switch (value)
        {
            case null:
                json.Append("null");
                break;
            case bool flag:
                json.Append(flag ? "true" : "false");
                break;
            case string or char:
                WriteText(json, value.ToString()!);
                break;
            case double number:
                json.Append(NumberOf(number));
                break;
            // What a loop over an object has as its item.
            case KeyValuePair<string, object?> entry:
                Write(json, new ScriptObject { ["key"] = entry.Key, ["value"] = entry.Value }, gap, indent);
                break;
            case ScriptObject members:
                WriteAll(
                    json,
                    members,
                    '{',
                    '}',
                    gap,
                    indent,
                    (member, inner) =>
                    {
                        WriteText(json, member.Key);
                        json.Append(gap.Length > 0 ? ": " : ":");
                        Write(json, member.Value, gap, inner);
                    }
                );
                break;
            case IEnumerable items:
                WriteAll(json, items.Cast<object?>(), '[', ']', gap, indent, (item, inner) => Write(json, item, gap, inner));
                break;
            default:
                json.Append(CultureInfo.InvariantCulture, $"{value}");
                break;
        }
    }

    private static void WriteAll<T>(
        StringBuilder json,
        IEnumerable<T> items,
        char open,
        char close,
        string gap,
        string indent,
        Action<T, string> write
    )
    {
        json.Append(open);
        var isEmpty = true;
        foreach (var item in items)
        {
            json.Append(isEmpty ? "" : ",").Append(gap.Length > 0 ? "\n" + indent + gap : "");
            write(item, indent + gap);
            isEmpty = false;
        }

        json.Append(isEmpty || gap.Length == 0 ? "" : "\n" + indent).Append(close);
    }

    private static void WriteText(StringBuilder json, string text)
    {
        json.Append('"');
        for (var i = 0; i < text.Length; i++)
        {
            var isHalf =
                char.IsSurrogate(text[i])
                && !(i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
                && !(i > 0 && char.IsSurrogatePair(text[i - 1], text[i]));
            _ = text[i] switch
            {
                '"' => json.Append("\\\""),
                '\\' => json.Append("\\\\"),
                '\n' => json.Append("\\n"),
                '\r' => json.Append("\\r"),
                '\t' => json.Append("\\t"),
                '\b' => json.Append("\\b"),
                '\f' => json.Append("\\f"),
                var other when other < ' ' || isHalf => json.Append(CultureInfo.InvariantCulture, $"\\u{(int)other:x4}"),
                var other => json.Append(other),
            };
        }

        json.Append('"');
    }

    // The shortest digits; an exponent below 1e-6 and from 1e21 on.
    private static string NumberOf(double number)
    {
        if (!double.IsFinite(number))
        {
            return "null";
        }

        var parts = number.ToString("E16", CultureInfo.InvariantCulture).Split('E');
        var shortest = number.ToString("R", CultureInfo.InvariantCulture);
        var digits = new string([.. shortest.Split('E')[0].Where(char.IsAsciiDigit)]).TrimStart('0').TrimEnd('0');
        if (digits.Length == 0)
        {
            return "0";
        }

        var sign = number < 0 ? "-" : "";
        var point = ExponentOf(number, parts[1]) + 1;
        return sign
            + (
                point > 21 || point <= -6 ? Scientific(digits, point - 1)
                : point <= 0 ? "0." + new string('0', -point) + digits
                : point >= digits.Length ? digits + new string('0', point - digits.Length)
                : digits[..point] + "." + digits[point..]
            );
    }

    // Rounded to seventeen digits, 9.99… may be written as the next power of ten; the shortest digits say which it is.
    private static int ExponentOf(double number, string exponent)
    {
        var at = int.Parse(exponent, CultureInfo.InvariantCulture);
        var scientific = number.ToString("R", CultureInfo.InvariantCulture).Split('E');
        return scientific.Length == 2 ? int.Parse(scientific[1], CultureInfo.InvariantCulture) : at;
    }

    private static string Scientific(string digits, int exponent) =>
        $"{digits[..1]}{(digits.Length > 1 ? "." + digits[1..] : "")}e{(exponent < 0 ? "-" : "+")}{Math.Abs(exponent)}";
}
