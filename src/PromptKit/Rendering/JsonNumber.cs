using System.Globalization;
using System.Text.Json;

namespace PromptKit.Rendering;

/// <summary>Numbers in JSON that is written only to be read again: those that JSON has none for are kept too.</summary>
internal static class JsonNumber
{
    // JSON's grammar allows it, and nobody writes it.
    private static ReadOnlySpan<byte> NotANumber => "-0e-999"u8;

    public static void Write(Utf8JsonWriter writer, double value)
    {
        if (double.IsFinite(value))
        {
            writer.WriteNumberValue(value);
        }
        else
        {
            // What is too large for a double is read as infinite.
            var number =
                double.IsNaN(value) ? NotANumber
                : value > 0 ? "1e999"u8
                : "-1e999"u8;
            writer.WriteRawValue(number, skipInputValidation: true);
        }
    }

    public static double Read(ReadOnlySpan<byte> json) =>
        json.SequenceEqual(NotANumber) ? double.NaN : double.Parse(json, NumberStyles.Float, CultureInfo.InvariantCulture);
}
