using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace PromptKit.Outputs;

/// <content>The numbers of tools' parameters: C# has more of them than schemas.</content>
public ref partial struct OutputReader
{
    /// <summary>Whether something of the whole value did not fit so far: what was read is then of no use.</summary>
    public readonly bool HasMismatches => Mismatches > 0;

    /// <summary>Reads an integer of fewer bits.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <returns>The integer.</returns>
    public T ReadInteger<T>()
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
    {
        var mismatches = Mismatches;
        var value = ReadInteger();
        if (Mismatches > mismatches)
        {
            return default;
        }

        return value >= long.CreateSaturating(T.MinValue) && value <= long.CreateSaturating(T.MaxValue)
            ? T.CreateTruncating(value)
            : Mismatch<T>(string.Create(CultureInfo.InvariantCulture, $"must be from {T.MinValue} to {T.MaxValue}, but is {value}"));
    }

    /// <summary>Reads a decimal number.</summary>
    /// <returns>The number.</returns>
    public decimal ReadDecimal()
    {
        if (_json.TokenType == JsonTokenType.Number && _json.TryGetDecimal(out var number))
        {
            return number;
        }

        return
            _json.TokenType == JsonTokenType.String
            && NumberText.ToJson(_json.GetString()!) is { } json
            && decimal.TryParse(json, NumberStyles.Float, CultureInfo.InvariantCulture, out number)
            ? Converted(number)
            : WrongType<decimal>("a number of at most 28 digits");
    }
}
